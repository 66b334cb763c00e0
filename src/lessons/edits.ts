/** Edits of a lesson's case as data: what a solution, a wrong attempt or a learner changes. */
import { addPolicy, removePolicy, replacePolicy, setRequest, setS3 } from '../case/edits';
import { policyAt, type Policy, type PolicyAddress, type S3Settings, type Scenario } from '../case/scenario';
import { viewOf } from '../call/view';
import { writeBack } from '../call/write-back';
import { readPlace, type ReadPlace } from './place';
import type { Edit } from './types';

/** The case with the edits made, one after the other. An edit of a place that is none changes nothing. */
export function applyEdits(scenario: Scenario, edits: readonly Edit[]): Scenario {
  return edits.reduce(applyEdit, scenario);
}

function applyEdit(scenario: Scenario, edit: Edit): Scenario {
  const place = readPlace(edit.at);
  if (place === undefined) return scenario;
  return writeBack(scenario, place.at, inView(viewOf(scenario, place.at), place, edit));
}

function inView(view: Scenario, place: ReadPlace, edit: Edit): Scenario {
  const value: unknown = 'value' in edit ? edit.value : 'document' in edit ? edit.document : undefined;
  switch (place.kind) {
    case 'request':
      return setRequest(view, value as Parameters<typeof setRequest>[1]);
    case 's3':
      return setS3(view, (place.setting ? { [place.setting]: value } : value) as S3Settings);
    case 'policy':
      return inPolicy(view, place.address, edit);
  }
}

function inPolicy(view: Scenario, address: PolicyAddress, edit: Edit): Scenario {
  if ('remove' in edit) return removePolicy(view, address);
  if ('add' in edit) return addPolicy(view, address.layer, edit.add, address.level).scenario;
  if (!('document' in edit)) return view;
  const present = policyAt(view.policies, address);
  const policy = written(present, edit.document, edit.name);
  if (present !== undefined) return replacePolicy(view, address, policy);
  return addPolicy(view, address.layer, policy, address.level).scenario;
}

/** What is not an object can't be a document: it is kept as text, which the reader of policies then refuses. */
function written(present: Policy | undefined, document: unknown, name?: string): Policy {
  const rest = {
    name: name ?? present?.name ?? 'Policy',
    ...(present?.via !== undefined && { via: present.via }),
  };
  const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
  if (isObject) return { ...rest, document };
  return { ...rest, text: typeof document === 'string' ? document : JSON.stringify(document) };
}
