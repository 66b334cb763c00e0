/** How an open verdict may turn out, as the two ways out of its picture. Never one of them alone. */
import type { Scenario } from '../../case/scenario';
import type { Dependency, Evaluation, Hinge, Step, Supposed, Supposition } from '../../engine/evaluation';
import { statementsOf } from '../facts';
import { layerPlural, stepNumber } from '../layers';
import { FIELD_NAMES } from '../headline/open';
import { capital } from '../rich';
import type { Tone } from '../types';
import type { ExitLine, Exits } from './spec';

/** As many conditions stand at an exit; more are counted. */
const MOST = 2;

/** Undefined where the verdict is settled, or where it can't be told how it turns out. */
export function exitsOf(scenario: Scenario, evaluation: Evaluation): Exits | undefined {
  const { hinges } = evaluation;
  if (!hinges || hinges.allowedIf.length === 0) return undefined;
  const about = { scenario, evaluation };
  const allowed = hinges.allowedIf.map((one) => line([one], one.dependency, about));
  const alone = hinges.each.flatMap((hinge) => denyingAlone(hinge, about));
  const together = hinges.deniedIf.map((one) => deniedLine([one], one.dependency, about));
  const denied = alone.length > 0 ? alone : together;
  if (denied.length === 0) return undefined;
  const either = alone.length > 0;
  return {
    allowed: { title: `Allowed if${quantity(allowed.length, 'both', 'all')}`, lines: shown(allowed) },
    denied: {
      title: `Denied if${either ? quantity(denied.length, 'either', 'any') : quantity(denied.length, 'both', 'all')}`,
      lines: shown(denied),
      tone: denied.length === 1 ? (denied[0]!.tone ?? 'implicit') : 'none',
    },
  };
}

interface About {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
}

function quantity(count: number, two: string, more: string): string {
  return count === 1 ? '' : ` ${count === 2 ? two : more}`;
}

function shown(lines: readonly ExitLine[]): readonly ExitLine[] {
  if (lines.length <= MOST) return lines;
  const rest = lines.length - (MOST - 1);
  return [
    ...lines.slice(0, MOST - 1),
    { number: undefined, subject: '', mono: false, text: `and ${rest} more` },
  ];
}

/** What denies whatever the rest may be: not among what allows with the right rest. */
function denyingAlone({ dependency, allowsWhen, deniesWhen }: Hinge, about: About): readonly ExitLine[] {
  const allows = new Set(allowsWhen.map((one) => JSON.stringify(one)));
  const alone = deniesWhen.filter((one) => !allows.has(JSON.stringify(one)));
  const told = alone.map((supposition): Supposed => ({ dependency, supposition }));
  return told.length > 0 ? [deniedLine(told, dependency, about)] : [];
}

function line(supposed: readonly Supposed[], dependency: Dependency, about: About): ExitLine {
  const step = stepFor(dependency, about.evaluation);
  const number = step && stepNumber(step.id);
  const many = dependency.kind === 'layer' && layerPlural(dependency.layer, about.scenario.request).many;
  const told = supposed.map(({ supposition }) => words(supposition, many));
  return { number, ...subject(dependency, about), text: [...new Set(told)].join(', or ') };
}

function deniedLine(supposed: readonly Supposed[], dependency: Dependency, about: About): ExitLine {
  const step = stepFor(dependency, about.evaluation);
  const denies = step && statementsOf(step).some((one) => one.effect === 'Deny' && one.truth === 'unknown');
  const says = supposed.some(
    ({ supposition }) => supposition.kind === 'says' && supposition.effect === 'denies',
  );
  const tone: Tone = denies || says ? 'explicit' : 'implicit';
  const told = line(supposed, dependency, about);
  return { ...told, ...(tone === 'explicit' && { number: stepNumber('explicitDeny') }), tone };
}

/** The first step at which the unknown is read. */
function stepFor(dependency: Dependency, { steps }: Evaluation): Step | undefined {
  switch (dependency.kind) {
    case 'layer':
      return steps.find((step) => step.id === dependency.layer);
    case 'policy':
      return steps.find((step) => step.id === dependency.address.layer);
    case 'request':
      return undefined;
    case 'key': {
      const wanted = dependency.key.toLowerCase();
      return steps.find((step) =>
        statementsOf(step).some(
          ({ truth, elements }) =>
            truth === 'unknown' &&
            elements.some(({ reason }) => reason.kind === 'condition' && reason.key.toLowerCase() === wanted),
        ),
      );
    }
  }
}

function subject(dependency: Dependency, { scenario }: About): Pick<ExitLine, 'subject' | 'mono'> {
  switch (dependency.kind) {
    case 'key':
      return { subject: dependency.key, mono: true };
    case 'layer':
      return { subject: capital(layerPlural(dependency.layer, scenario.request).name), mono: false };
    case 'policy':
      return { subject: dependency.name, mono: false };
    case 'request':
      return { subject: capital(FIELD_NAMES[dependency.field]), mono: false };
  }
}

function words(supposition: Supposition, many: boolean): string {
  switch (supposition.kind) {
    case 'absent':
      return 'not in the request';
    case 'says':
      return SAYS[supposition.effect][many ? 1 : 0];
    case 'value': {
      const { values, matches } = supposition;
      const [first = ''] = values;
      if (/^(true|false)$/i.test(first)) return `is ${first.toLowerCase()}`;
      if (values.length === 0) return 'is an empty set';
      if (matches.length === 0) return 'is another value';
      return matches.length === 1 ? `${relation(matches[0]!)} ${matches[0]!}` : `is one of ${matches.length}`;
    }
  }
}

const SAYS = {
  denies: ['denies it', 'deny it'],
  silent: ['says nothing', 'say nothing'],
  allows: ['allows it', 'allow it'],
} as const;

/** A listed value may be a range or a pattern. */
function relation(listed: string): string {
  if (/^[\d.:a-f]+\/\d+$/i.test(listed)) return 'in';
  return /[*?]/.test(listed) ? 'like' : 'is';
}
