import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { addressKey } from '../../case/scenario';
import { layerName, stepName } from '../../explain/layers';
import { useVerdict, viewed } from '../../store/store';
import { useFindings } from '../../store/findings';
import { lighting } from '../../store/lit';
import { useOpenAddress } from '../../store/openPolicy';
import { addStarter, hideLayer } from '../../store/policyCommands';
import { useEvaluation, useScenario } from '../../store/selectors';
import { Glyph } from '../../ui/Glyph';
import { Icon } from '../../ui/Icon';
import { moveInList } from '../../ui/listKeys';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery';
import { AddMenu } from './AddMenu';
import { LayerSection } from './LayerSection';
import { railOf, type Rail } from './railModel';
import './rail.css';
import { LAYER_WORDS } from '../../explain/layer-words';

/** Every policy of the case, layer by layer in the order of the walk. */
export function PolicyRail({ tools }: { readonly tools?: ReactNode }): ReactElement {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const findings = useFindings();
  const rail = useMemo(() => {
    const severities = [...findings].map(
      ([key, found]) => [key, found.findings.map(({ severity }) => severity)] as const,
    );
    return railOf(scenario, evaluation, new Map(severities));
  }, [scenario, evaluation, findings]);
  const phone = useMediaQuery(PHONE);
  const [unfolded, setUnfolded] = useState(false);
  if (phone)
    return (
      <>
        <Picker rail={rail} unfolded={unfolded} onToggle={() => setUnfolded(!unfolded)} />
        {unfolded && <RailPanel rail={rail} tools={tools} onOpen={() => setUnfolded(false)} />}
      </>
    );
  return <RailPanel rail={rail} tools={tools} />;
}

interface RailPanelProps {
  readonly rail: Rail;
  /** Under the policies: what else is part of the case. */
  readonly tools: ReactNode;
  /** A policy was chosen to be read. */
  readonly onOpen?: () => void;
}

function RailPanel({ rail, tools, onOpen }: RailPanelProps): ReactElement {
  return (
    <section className="panel rail" aria-labelledby="rail-title">
      <div className="head">
        <h2 className="grow" id="rail-title">
          Policies {rail.count > 0 && <span className="n dim">{rail.count}</span>}
        </h2>
        <AddMenu notInPlay={rail.notInPlay} />
      </div>
      <RailList rail={rail} onOpen={onOpen} />
      {tools}
      <div className="foot">
        <Icon name="lock" /> Nothing leaves this page
      </div>
    </section>
  );
}

function RailList({
  rail,
  onOpen,
}: {
  readonly rail: Rail;
  readonly onOpen: (() => void) | undefined;
}): ReactElement {
  const address = useOpenAddress();
  const openKey = address && addressKey(address);
  return (
    // The rows inside are buttons; the list only moves the focus between them.
    <div
      className="body"
      role="group"
      aria-label="Policies by layer"
      onKeyDown={moveInList}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest('.pol[data-row]')) onOpen?.();
      }}
    >
      {rail.sections.map((section) => (
        <LayerSection key={section.layer} section={section} openKey={openKey} tabKey={openKey} />
      ))}
      {rail.notInPlay.length > 0 && (
        <>
          <h3 className="layer idle">
            {rail.sections.length > 0 ? 'None attached' : 'Add a policy to a layer'}
          </h3>
          <div className="offs">
            {rail.notInPlay.map((layer, index) => (
              <span key={layer} className="off" {...lighting(layer)}>
                <button
                  data-row={`add ${layer}`}
                  tabIndex={openKey === undefined && index === 0 ? 0 : -1}
                  aria-label={`Add to ${layerName(layer)}`}
                  onClick={() => addStarter(layer)}
                >
                  <Icon name="plus" size={10} />
                  {LAYER_WORDS[layer].chip}
                </button>
                <button
                  className="unseen row-more"
                  tabIndex={-1}
                  aria-label={`Set ${layerName(layer)} to not visible`}
                  title="Attached, but I can’t see it"
                  onClick={() => hideLayer(layer)}
                >
                  <Icon name="query" size={12} />
                </button>
              </span>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** On a phone the rail folds into one line that says what is open. */
function Picker({
  rail,
  unfolded,
  onToggle,
}: {
  readonly rail: Rail;
  readonly unfolded: boolean;
  readonly onToggle: () => void;
}): ReactElement {
  const address = useOpenAddress();
  const layer = useVerdict((state) => address && stepName(address.layer, viewed(state).request));
  const key = address && addressKey(address);
  const open = rail.sections
    .flatMap((section) => section.levels.flatMap((level) => level.policies))
    .find((policy) => addressKey(policy.address) === key);
  return (
    <button className="pick" aria-expanded={unfolded} onClick={onToggle}>
      {open && <Glyph kind={open.tone} size={18} label={open.word} />}
      <span className="grow">
        <b>{open ? open.name : address ? 'I can’t see it' : 'No policy yet'}</b>
        <span className="dim">
          {layer !== undefined ? `${layer} · ${countWords(rail.count)}` : 'Add one'}
        </span>
      </span>
      <Icon name={unfolded ? 'up' : 'down'} size={14} />
    </button>
  );
}

function countWords(count: number): string {
  return count === 1 ? '1 policy' : `${count} policies`;
}
