/** A case as Markdown: for a ticket, a pull request, a wiki. */
import type { ContextEntry, Evaluation } from '../engine/evaluation';
import type { ContextValue, Policy, Request, Scenario } from '../case/scenario';
import type { Catalog } from '../catalog/service-reference';
import { supposedIn } from '../explain/supposed';
import { LAYERS, listPolicies, policyAt, policyText } from '../case/scenario';
import { awsMessage } from '../explain/aws-message';
import { changeChain } from '../explain/change-chain';
import { applyChange, changesFor } from '../explain/changes';
import type { Change } from '../explain/changes';
import { explain } from '../explain/headline';
import { DECISION_WORDS, awsFound, holdAgainstAws } from '../explain/held-against-aws';
import { layerName } from '../explain/layers';
import { REQUEST_FIELDS } from '../explain/request-fields';
import { markdown } from '../explain/rich';
import { stepWords } from '../explain/steps';
import { textDiff } from '../explain/text-diff';
import { verdictText } from '../explain/verdict';
import { evaluateCall, type CallPart } from '../call/verdict';
import { viewsOf } from '../call/view';
import { wholeSentence } from '../call/words';
import { runTest, type TestResult } from '../explain/run-tests';
import { codeSpan, fence, inline, table } from './markdown';

export interface ReportOptions {
  /** The address that opens the case. */
  readonly link?: string;
  /** With it the report proposes what the page proposes: no key that AWS does not send with the action. */
  readonly catalog?: Catalog | undefined;
}

/** The whole report, in sections that each stand alone. */
export function markdownReport(
  scenario: Scenario,
  evaluation: Evaluation,
  { link, catalog }: ReportOptions = {},
): string {
  const sections = [
    `# ${inline(scenario.title ?? 'An AWS IAM request')}`,
    reportCall(scenario),
    reportVerdict(scenario, evaluation),
    reportAws(scenario),
    reportRequest(scenario, evaluation),
    reportFix(scenario, evaluation, catalog),
    reportWalk(scenario, evaluation),
    ...callParts(scenario)
      .slice(1)
      .map((part) => reportPart(part)),
    reportTests(scenario),
    reportPolicies(scenario),
    ...ownPolicies(scenario),
    scenario.notes === undefined || scenario.notes === '' ? '' : `## Notes\n\n${scenario.notes}`,
    link === undefined ? '' : `[Open this case](${link})`,
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function callParts(scenario: Scenario): readonly CallPart[] {
  return scenario.linked === undefined ? [] : evaluateCall(scenario).parts;
}

/** What AWS itself said of each request, and what comes out here; nothing where AWS was not asked. */
function reportAws(scenario: Scenario): string {
  const rows = viewsOf(scenario).flatMap((view) => {
    const held = holdAgainstAws(view);
    if (held === undefined) return [];
    const found = `AWS found ${markdown(awsFound(held.said, view))}. Here: ${DECISION_WORDS[held.ours]}.`;
    return [`- \`${view.request.action}\`: ${[found, ...held.differences].join(' ')}`];
  });
  return rows.length === 0 ? '' : `## AWS’s own evaluation\n\n${rows.join('\n')}`;
}

/** Every check of a call with its outcome, and the verdict for the whole; nothing for a single request. */
export function reportCall(scenario: Scenario): string {
  if (scenario.linked === undefined) return '';
  const call = evaluateCall(scenario);
  const rows = call.parts.map(({ at, name, view, evaluation }) => [
    String(at + 1),
    name === undefined ? '' : inline(name),
    codeSpan(view.request.action),
    codeSpan(view.request.resource),
    verdictText(evaluation) + (call.failing.includes(at) ? ' ←' : ''),
  ]);
  return [
    `**${wholeSentence(call)}**`,
    '',
    table(['Check', 'Name', 'Action', 'Resource', 'Outcome'], rows),
    '',
    '## 1. The first check',
  ].join('\n');
}

/** A further check: its verdict and what it asks. */
function reportPart({ at, name, view, evaluation }: CallPart): string {
  return [
    `## ${at + 1}. ${inline(name ?? '')}`,
    reportVerdict(view, evaluation),
    reportRequest(view, evaluation).replace(/^## /, '### '),
    reportWalk(view, evaluation).replace(/^## /, '### '),
  ].join('\n\n');
}

/** The policies that only a further check is under. */
function ownPolicies({ linked = [] }: Scenario): readonly string[] {
  return linked.flatMap(({ name, policies }) => {
    if (policies === undefined) return [];
    const held = Object.entries(policies).filter(([, value]) => value !== null);
    if (held.length === 0) return [];
    const listed = reportPolicies({ policies: Object.fromEntries(held) });
    return [listed.replace(/^## Policies/, `## Policies of “${inline(name)}”`)];
  });
}

/** The verdict in one sentence, what decided, what it depends on, and what AWS would print. */
export function reportVerdict(scenario: Scenario, evaluation: Evaluation): string {
  const { lead, sentence, quotes, hangs, note } = explain(scenario, evaluation);
  const message = awsMessage(scenario, evaluation);
  return [
    `**${lead === '' ? 'No verdict yet.' : lead}** ${ended(markdown(sentence))}`,
    ...quotes.map(
      ({ lead: what, code, policy, line }) =>
        `- ${what} ${codeSpan(code)}, in ${codeSpan(policy)}, line ${line}`,
    ),
    ...hangs.map(({ label, effect }) => `- It depends on ${markdown(label)}. ${markdown(effect)}`),
    ...(note === undefined ? [] : ['', markdown(note)]),
    ...(message === undefined ? [] : ['', 'AWS would print:', '', fence(message, 'text')]),
  ].join('\n');
}

function ended(sentence: string): string {
  return /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The first change that turns the verdict, or the changes that do so together, as differences of the policies. */
export function reportFix(scenario: Scenario, evaluation: Evaluation, catalog?: Catalog): string {
  const found = changesFor(scenario, evaluation, catalog).find(({ enough }) => enough);
  const changes = found ? [found] : (changeChain(scenario, evaluation, catalog)?.changes ?? []);
  if (changes.length === 0) return '';
  const isOpen = evaluation.decision === 'Allowed';
  let present = scenario;
  const told = changes.map((change) => {
    const before = present;
    present = applyChange(present, change);
    return fixWords(change, before);
  });
  return [`## How to ${isOpen ? 'deny' : 'allow'} it`, ...told].join('\n\n');
}

const SIGNS = { same: '  ', minus: '- ', plus: '+ ', gap: '  …' } as const;

function fixWords(change: Change, before: Scenario): string {
  const { title, layer, policy, newText, warning } = change;
  const isNamed = title.some(
    (piece) => typeof piece === 'object' && 'code' in piece && piece.code === policy,
  );
  const place = isNamed ? ` (${layerName(layer)})` : `, in ${codeSpan(policy)} (${layerName(layer)})`;
  const where = newText === undefined ? '' : place;
  const old = policyAt(before.policies, change.address);
  const lines = newText === undefined ? [] : textDiff(old === undefined ? '' : policyText(old), newText);
  const diff = lines.map(({ kind, text }) => `${SIGNS[kind]}${text}`).join('\n');
  return [
    `${markdown(title)}${where}.`,
    ...(warning === undefined ? [] : [warning]),
    ...(diff === '' ? [] : [fence(diff, 'diff')]),
  ].join('\n\n');
}

/** The request and the context that some policy reads, with where each value comes from. */
export function reportRequest({ request }: Scenario, { context }: Evaluation): string {
  const rows: (readonly [string, string])[] = [
    ['Principal', request.principal],
    ...(request.role === undefined ? [] : [['Role', request.role] as const]),
    ...(request.user === undefined ? [] : [['User', request.user] as const]),
    ['Action', request.action],
    ['Resource', request.resource],
    ...(request.resourceAccount === undefined
      ? []
      : [['Resource’s account', request.resourceAccount] as const]),
  ];
  const keys = context.filter(({ origin, read }) => origin === 'given' || read);
  return [
    '## Request',
    '',
    table(
      ['Field', 'Value'],
      rows.map(([field, value]) => [field, value === '' ? '–' : codeSpan(value)]),
    ),
    ...(keys.length === 0 ? [] : ['', table(['Context key', 'Value', 'From'], keys.map(contextRow))]),
  ].join('\n');
}

function contextRow({ key, value, origin }: ContextEntry): readonly string[] {
  return [codeSpan(key), contextValue(value), origin];
}

function contextValue(value: ContextValue): string {
  if (value === null) return 'not known';
  if (value.length === 0) return 'not given';
  return (typeof value === 'string' ? [value] : value).map(codeSpan).join(', ');
}

/** Every step with its outcome and the reason. */
export function reportWalk(scenario: Scenario, evaluation: Evaluation): string {
  const rows = evaluation.steps.map((step) => {
    const { name, word, sentence } = stepWords(step, evaluation, scenario);
    return [
      evaluation.crossAccount && step.lane !== 'both' ? `${name} (${step.lane})` : name,
      word,
      markdown(sentence),
    ];
  });
  return ['## Evaluation', '', table(['Step', 'Outcome', 'Why'], rows)].join('\n');
}

/** What must be allowed and what must not, and whether it is; empty where the scenario has no tests. */
export function reportTests(scenario: Scenario): string {
  const { tests = [] } = scenario;
  if (tests.length === 0) return '';
  const rows = tests.map((test) => {
    const result = runTest(scenario, test);
    const why =
      result.kind === 'passes'
        ? ''
        : result.kind === 'fails'
          ? `${result.lead} ${ended(markdown(result.why))}`
          : markdown(result.why);
    return [inline(test.name), differing(test.request), test.expect, TEST_WORDS[result.kind], why];
  });
  return ['## Tests', '', table(['Test', 'Asks', 'Expected', 'Outcome', 'Why'], rows)].join('\n');
}

const TEST_WORDS: Record<TestResult['kind'], string> = {
  passes: 'passes',
  fails: '**fails**',
  open: 'undetermined',
};

/** The fields and keys in which a test differs from the request above. */
function differing({ context = {}, ...fields }: Partial<Request>): string {
  const told = [
    ...Object.entries(fields).map(
      ([field, value]) =>
        `${REQUEST_FIELDS[field as keyof typeof REQUEST_FIELDS]} ${value === '' ? 'not given' : codeSpan(value)}`,
    ),
    ...Object.entries(context).map(([key, value]) => `${codeSpan(key)} ${contextValue(value)}`),
  ];
  return told.length === 0 ? 'the request above' : told.join(', ');
}

/** All policies with their layer, as they were typed. */
export function reportPolicies({ policies }: Pick<Scenario, 'policies'>): string {
  const unknown = LAYERS.filter((layer) => policies[layer] === 'unknown').map(layerName);
  const supposed = supposedIn({ policies }).map(layerName);
  const listed = listPolicies(policies).map(({ address, policy, target }) => {
    const at = target === undefined ? '' : ` at ${inline(target)}`;
    return `### ${layerName(address.layer)}${at}: ${inline(policy.name)}${attributes(policy)}\n\n${fence(policyText(policy), 'json')}`;
  });
  return [
    '## Policies',
    ...(unknown.length === 0 ? [] : [`Applies, but can’t be seen: ${unknown.join(', ')}.`]),
    ...(supposed.length === 0
      ? []
      : [`Not visible, and only supposed to allow: ${supposed.join(', ')}. No such policy is known.`]),
    ...(listed.length === 0 ? ['None.'] : listed),
  ].join('\n\n');
}

function attributes({ off, via }: Policy): string {
  const told = [
    ...(via === undefined ? [] : [`via ${inline(via)}`]),
    ...(off === true ? ['switched off'] : []),
  ];
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}
