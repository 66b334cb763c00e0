/** What an undetermined verdict depends on: a card for each unknown, and how it turns out. */
import { evaluate } from '../engine/evaluate';
import type {
  Dependency,
  Evaluation,
  Hinge,
  Hinges,
  StatementTrace,
  Supposed,
  Supposition,
} from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { layerSteps, onlyLimits, statementsInPlay } from './facts';
import { classesWords, isTied, keyClasses, valueWords } from './hangs/keys';
import { partOf } from './hangs/part';
import { saysWords } from './hangs/says';
import { FIELD_NAMES, aliasOf } from './headline/open';
import { capital, code, fromMarkdown, inWords, rich, richList, sentences, strong } from './rich';
import type { Explanation, Hang, Rich } from './types';
import { layerPlural } from './layers';
import { isPlaceholder } from '../case/placeholders';
import { onlyDenies } from '../case/layers';

/** A card for everything but unreadable policies, which are quoted instead. */
export function hangsOf(scenario: Scenario, evaluation: Evaluation): readonly Hang[] {
  return evaluation.dependsOn.flatMap((dependency) => hangOf(dependency, scenario, evaluation) ?? []);
}

function hangOf(dependency: Dependency, scenario: Scenario, evaluation: Evaluation): Hang | undefined {
  switch (dependency.kind) {
    case 'layer': {
      const { name, many } = layerPlural(dependency.layer, scenario.request);
      const { account } = evaluation.principal;
      const owner = dependency.layer === 'scp' && account !== undefined ? ` of ${account}` : '';
      const label = rich`${capital(name)}${owner}`;
      const actionLabel = many ? 'What if they allow?' : 'What if it allows?';
      return { dependency, label, effect: rich`not visible to you`, action: 'supposeAllows', actionLabel };
    }
    case 'key': {
      if (isPlaceholder(dependency.key, scenario)) {
        const label = rich`${code(dependency.key)}`;
        const effect = rich`what it stands for is not given`;
        return { dependency, label, effect, action: 'fillPlaceholder', actionLabel: 'Fill it in' };
      }
      const effect = keyEffect(dependency.key, scenario, evaluation);
      const label = rich`${code(dependency.key)}`;
      return { dependency, label, effect, action: 'setValue', actionLabel: 'Set a value' };
    }
    case 'request': {
      const alias = aliasOf(dependency, scenario, evaluation);
      if (alias !== undefined) {
        const label = rich`Key behind ${code(alias)}`;
        const effect = rich`an alias does not tell which key it stands for`;
        return { dependency, label, effect, action: 'fillRequest', actionLabel: 'Name the key' };
      }
      const problem = evaluation.problems.find(({ field }) => field === dependency.field);
      const malformed = problem?.kind === 'malformed';
      return {
        dependency,
        label: rich`${capital(FIELD_NAMES[dependency.field])}`,
        effect: malformed ? fromMarkdown(problem.message) : rich`not given yet`,
        action: 'fillRequest',
        actionLabel: malformed ? 'Correct it' : 'Fill it in',
      };
    }
    case 'policy':
      return undefined;
  }
}

/** `` denied unless it is `vpce-1` ``, `denied if it is absent`. */
function keyEffect(key: string, scenario: Scenario, evaluation: Evaluation): Rich {
  const found = keyClasses(key, hingeOf({ kind: 'key', key }, evaluation), scenario, evaluation);
  if (!found) return rich`its value decides`;
  const denied = found.classes.filter(({ outcome }) => outcome === 'denied');
  const spared = found.classes.filter(({ outcome }) => outcome !== 'denied');
  if (denied.length > 0 && spared.length > 0) {
    // Whichever is shorter to say.
    return spared.every(({ kind }) => kind === 'listed')
      ? rich`denied unless it ${classesWords(found, spared)}`
      : rich`denied if it ${classesWords(found, denied)}`;
  }
  const allowed = found.classes.filter(({ outcome }) => outcome === 'allowed');
  if (allowed.length > 0 && allowed.length < found.classes.length) {
    return rich`allowed if it ${classesWords(found, allowed)}`;
  }
  return rich`matters together with the rest`;
}

function hingeOf(dependency: Dependency, { hinges }: Evaluation): Hinge | undefined {
  const wanted = JSON.stringify(dependency);
  return hinges?.each.find((hinge) => JSON.stringify(hinge.dependency) === wanted);
}

/** The condition under which it is allowed, as far as it can be said in a sentence. */
export function turnsOut(scenario: Scenario, evaluation: Evaluation): Explanation['aside'] {
  const { hinges } = evaluation;
  if (!hinges) return undefined;
  const conditions = hinges.each.map((hinge) => necessary(hinge, scenario, evaluation));
  const known = conditions.filter((condition) => condition !== undefined);
  const all = known.length > 0 && known.length === conditions.length;
  const text = all ? wholeWay(known, hinges, scenario, evaluation) : oneWayEach(hinges, scenario, evaluation);
  return text && { title: 'How it turns out', text: sentences(text, seen(evaluation)) };
}

/** Each condition has to hold. Where they do not suffice for an Allow, one way to it is told as well. */
function wholeWay(known: readonly Rich[], hinges: Hinges, scenario: Scenario, evaluation: Evaluation): Rich {
  const some = someAllow(scenario, evaluation);
  if (hinges.independent || some.length > 0) {
    return rich`${strong('Allowed')} only if ${richList([...known, ...some])}. ${strong('Denied')} otherwise.`;
  }
  const denied = rich`${strong('Denied')} unless ${richList(known)}.`;
  const allowed = supposedWords(hinges.allowedIf, 'allowed', scenario, evaluation);
  return allowed ? rich`${denied} ${strong('Allowed')}, for one, if ${allowed}.` : denied;
}

/** What has to be the case for an Allow, whatever the rest may be; undefined where nothing has to. */
function necessary(hinge: Hinge, scenario: Scenario, evaluation: Evaluation): Rich | undefined {
  const { dependency, allowsWhen, deniesWhen } = hinge;
  if (dependency.kind === 'key') {
    const found = keyClasses(dependency.key, hinge, scenario, evaluation);
    const spared = found?.classes.filter(({ outcome }) => outcome !== 'denied') ?? [];
    if (!found || spared.length === 0 || spared.length === found.classes.length) return undefined;
    return rich`${code(dependency.key)} ${classesWords(found, spared)}`;
  }
  const rules = deniesWhen.some((one) => !includes(allowsWhen, one));
  return rules && allowsWhen.length > 0 ? saying(dependency, allowsWhen, scenario, evaluation) : undefined;
}

const GRANTING = ['resource', 'identity'] as const;

/** That neither of two layers denies is not enough where one of them has to allow. */
function someAllow(scenario: Scenario, evaluation: Evaluation): readonly Rich[] {
  if (GRANTING.some((layer) => partOf(layer, evaluation) !== 'mayAllow')) return [];
  const { resource: _, ...others } = scenario.policies;
  const { decision } = evaluate({ ...scenario, policies: { ...others, identity: [] } });
  const names = GRANTING.map((layer) => rich`the ${layerPlural(layer, scenario.request).name}`);
  return decision === 'ImplicitlyDenied' ? [rich`${richList(names, 'or')} allow it`] : [];
}

function includes(list: readonly Supposition[], wanted: Supposition): boolean {
  const text = JSON.stringify(wanted);
  return list.some((one) => JSON.stringify(one) === text);
}

function saying(
  dependency: Dependency,
  chosen: readonly Supposition[],
  scenario: Scenario,
  evaluation: Evaluation,
): Rich | undefined {
  if (dependency.kind === 'policy') {
    const { layer } = dependency.address;
    const form = { many: false, policy: true, layer };
    return saysWords(rich`${code(dependency.name)}`, chosen, scenario, form, evaluation);
  }
  if (dependency.kind !== 'layer') return undefined;
  const { name, many } = layerPlural(dependency.layer, scenario.request);
  const form = { many, policy: false, layer: dependency.layer };
  return saysWords(rich`the ${name}`, chosen, scenario, form, evaluation);
}

/** Where no condition has to hold in every case: one way in which it is allowed, and one in which it is denied. */
function oneWayEach(
  { allowedIf, deniedIf }: Hinges,
  scenario: Scenario,
  evaluation: Evaluation,
): Rich | undefined {
  const allowed = supposedWords(allowedIf, 'allowed', scenario, evaluation);
  const denied = supposedWords(deniedIf.filter(hasPart), 'denied', scenario, evaluation);
  if (!allowed || !denied) return undefined;
  return rich`${strong('Allowed')}, for one, if ${allowed}. ${strong('Denied')}, for one, if ${denied}.`;
}

const DENIES: Supposition = { kind: 'says', effect: 'denies' };

/** An RCP that stays silent has no part in a denial. */
function hasPart({ dependency, supposition }: Supposed): boolean {
  const isRcp =
    (dependency.kind === 'layer' && onlyDenies(dependency.layer)) ||
    (dependency.kind === 'policy' && onlyDenies(dependency.address.layer));
  return !isRcp || supposition.kind !== 'says' || supposition.effect === 'denies';
}

function supposedWords(
  supposed: readonly Supposed[],
  verdict: 'allowed' | 'denied',
  scenario: Scenario,
  evaluation: Evaluation,
): Rich | undefined {
  const words = supposed.map(({ dependency, supposition }) => {
    if (dependency.kind === 'request' && supposition.kind === 'value') {
      const alias = aliasOf(dependency, scenario, evaluation);
      const keys = supposition.values.map(valueWords);
      return alias === undefined ? undefined : rich`${code(alias)} stands for ${richList(keys)}`;
    }
    if (dependency.kind !== 'key') {
      // Where it is denied though nothing is said against it, a Deny would deny it all the more.
      const silent = supposition.kind === 'says' && supposition.effect === 'silent';
      const chosen = silent && verdict === 'denied' ? [supposition, DENIES] : [supposition];
      return saying(dependency, chosen, scenario, evaluation);
    }
    const key = code(dependency.key);
    if (isPlaceholder(dependency.key, scenario))
      return supposition.kind === 'value' && supposition.matches.length > 0
        ? rich`${key} stands for what the request has`
        : rich`${key} stands for something else`;
    if (supposition.kind === 'absent') return rich`${key} is absent`;
    if (supposition.kind !== 'value') return undefined;
    const values = supposition.values.map(valueWords);
    if (values.length === 0) return rich`${key} is empty`;
    // Where policies compare it with a variable, one value that none of them lists is not like another.
    if (supposition.matches.length > 0 || isTied(dependency.key, scenario, evaluation))
      return rich`${key} is ${richList(values)}`;
    return rich`${key} is none of the values in the policies`;
  });
  const known = words.filter((condition) => condition !== undefined);
  return known.length > 0 && known.length === words.length ? richList(known) : undefined;
}

/** Only where what can be seen neither denies nor lacks an Allow. */
function seen(evaluation: Evaluation): Rich | undefined {
  const steps = layerSteps(evaluation);
  if (steps.some(({ outcome }) => outcome.kind === 'noAllow' || outcome.kind === 'denies')) return undefined;
  if (evaluation.dependsOn.every((dependency) => dependency.kind === 'policy')) {
    return steps.length > 1 ? rich`All other layers were read and let the request through.` : undefined;
  }
  if (!evaluation.dependsOn.some(({ kind }) => kind === 'layer')) return undefined;
  if (!steps.some(({ outcome }) => outcome.kind === 'allows') && !identityAllows(evaluation))
    return undefined;
  const [first, ...others] = mayStop(evaluation);
  if (!first) return asksHeaders(evaluation) ? undefined : rich`Everything you can see allows it.`;
  return others.length > 0
    ? rich`Of what you can see, ${inWords(others.length + 1)} statements may stop it.`
    : rich`Of what you can see, only ${placed(first)} may stop it.`;
}

/** Also where a Deny beside the Allow leaves open what the layer says. */
function identityAllows(evaluation: Evaluation): boolean {
  return statementsInPlay(evaluation).some(
    ({ truth, effect, address }) => truth === 'yes' && effect === 'Allow' && address.layer === 'identity',
  );
}

/** Statements in sight that may deny, or that may let a limit pass or not. */
function mayStop(evaluation: Evaluation): readonly StatementTrace[] {
  return statementsInPlay(evaluation).filter(
    ({ truth, effect, address }) => truth === 'unknown' && (effect === 'Deny' || onlyLimits(address.layer)),
  );
}

/** Not a statement, but Block Public Access, may stop it. */
function asksHeaders({ steps }: Evaluation): boolean {
  return steps.some(({ notes }) => notes.includes('s3-block-public-acls'));
}

function placed({ sid, statement, policy }: StatementTrace): Rich {
  return sid !== undefined && sid !== ''
    ? rich`${code(sid)}`
    : rich`statement ${statement + 1} of ${code(policy)}`;
}
