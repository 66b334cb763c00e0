import type { ReactElement } from 'react';
import {
  addressKey,
  listPolicies,
  LAYERS,
  type Layer,
  type PolicyAddress,
  type Scenario,
} from '../../../case/scenario';
import { layerName } from '../../../explain/layers';
import { placeOf, readPlace } from '../../../lessons/place';
import type { EditPlace } from '../../../lessons/types';
import { evaluationOf } from '../../../store/derive';
import { Glyph } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import { verdictWord } from '../../../explain/verdict';

interface RailProps {
  readonly view: Scenario;
  /** Which request of the call it is. */
  readonly at: number;
  readonly hidden: boolean;
  /** Places that may be changed now. */
  readonly open: readonly EditPlace[];
  readonly shown: EditPlace | undefined;
  readonly onShow: (place: EditPlace) => void;
  readonly onAdd: (place: EditPlace) => void;
}

/** The policies by layer, with a pen where one may change it and a lock where not. */
export function Rail({ view, at, hidden, open, shown, onShow, onAdd }: RailProps): ReactElement {
  const all = listPolicies(view.policies);
  const missing = open.filter((place) => {
    const read = readPlace(place);
    return (
      read?.kind === 'policy' && read.at === at && !all.some(({ address }) => isSame(address, read.address))
    );
  });
  const settings = open.some((place) => readPlace(place)?.kind === 's3') || view.s3 !== undefined;
  const evaluation = evaluationOf(view);
  const deciding = new Set(
    hidden ? [] : evaluation.decidedBy.map(({ layer, policy }) => `${layer}/${policy}`),
  );
  return (
    <section className="panel learn-rail" aria-label="Policies">
      <div className="head">
        <h2 className="grow">
          Policies <span className="dim">{all.length}</span>
        </h2>
      </div>
      <div className="body">
        {LAYERS.filter((layer) => view.policies[layer] !== undefined).map((layer) => (
          <div key={layer}>
            <h3>{layerName(layer)}</h3>
            {view.policies[layer] === 'unknown' && <p className="dim">Not visible to anyone here</p>}
            {all
              .filter(({ address }) => address.layer === layer)
              .map(({ address, policy, target }) => {
                const place = placeOf(address, at);
                const mine = open.includes(place);
                return (
                  <button
                    key={addressKey(address)}
                    className="learn-policy"
                    aria-pressed={place === shown}
                    onClick={() => onShow(place)}
                  >
                    {deciding.has(`${layer}/${policy.name}`) && (
                      <Glyph kind={verdictWord(evaluation).tone} size={13} label="decides" />
                    )}
                    <span className="cut" title={policy.name}>
                      {target !== undefined && <span className="dim">{target} / </span>}
                      {policy.name}
                      {policy.via !== undefined && <span className="dim"> via {policy.via}</span>}
                    </span>
                    <Icon name={mine ? 'pen' : 'lock'} />
                    <span className="hidden-text">{mine ? ', yours to change' : ', locked'}</span>
                  </button>
                );
              })}
          </div>
        ))}
        {missing.map((place) => (
          <button key={place} className="learn-policy" onClick={() => onAdd(place)}>
            <Icon name="plus" />
            <span>Add {addWords(place)}</span>
          </button>
        ))}
        {settings && (
          <>
            <h3>Bucket</h3>
            <button className="learn-policy" aria-pressed={shown === 's3'} onClick={() => onShow('s3')}>
              <span className="cut">Settings</span>
              <Icon name={open.some((place) => place.startsWith('s3')) ? 'pen' : 'lock'} />
            </button>
          </>
        )}
      </div>
    </section>
  );
}

function isSame(one: PolicyAddress, other: PolicyAddress): boolean {
  return addressKey(one) === addressKey(other);
}

function addWords(place: EditPlace): string {
  const read = readPlace(place);
  const layer: Layer | undefined = read?.kind === 'policy' ? read.address.layer : undefined;
  return layer === undefined ? place : `a policy: ${layerName(layer)}`;
}
