/**
 * Terraform and OpenTofu: configurations whole or in part, in HCL. Our own grammar (`../hcl`): parsers that run as
 * WebAssembly would need a content security policy that lets WebAssembly run.
 */
import { withoutParts } from '../blank';
import type { Block } from '../hcl/tree';
import { HclFault } from '../hcl/tree';
import { hasMarks } from '../hcl/values';
import { placeIn, Places } from '../place';
import { foreignLanguage } from '../program/foreign-forms';
import { cutWords, type CodePolicy, type CodeRead, type CodeReader } from '../types';
import { blocksIn, type Fault } from './blocks';
import { Configuration } from './configuration';
import { fragmentsIn, insideOf } from './fragments';
import { knownOf } from './known';
import { otherAccess } from './other-access';
import { withoutPlanMarks } from './plan-marks';
import { policiesOf } from './policies';

const MAX_TEXT = 1_000_000;
/** Without one of these words no configuration has a policy. */
const WORTH_READING =
  /\b(?:jsonencode\s*\(|aws_iam_|aws_lambda_permission|assume_role_policy|not_actions|actions\s*=|(?:Statement|Effect|Action)"?\s*=[^=]|aws_\w+_policy)|=\s*<<[-~]?["']?\w+["']?[ \t]*\n\s*[{[]/;

export const terraform: CodeReader = {
  // C# has members as HCL has arguments: `Effect = Effect.ALLOW`.
  mayRead: (text) =>
    WORTH_READING.test(text.slice(0, MAX_TEXT)) && !hasMarks(text) && foreignLanguage(text) === undefined,
  read: (text) => {
    try {
      const whole = read(text.slice(0, MAX_TEXT));
      return whole && { ...whole, notes: [...cutWords(text, MAX_TEXT), ...whole.notes] };
    } catch (error) {
      if (error instanceof HclFault) return refused(text, error);
      throw error;
    }
  },
};

function read(written: string): CodeRead | undefined {
  const text = withoutPlanMarks(written);
  const { blocks, faults, parts } = blocksIn(text);
  const statements = blocks.filter(({ type }) => type === 'statement');
  const whole = blocks.filter(({ type }) => type !== 'statement');
  const rest = withoutParts(text, parts);
  const inside = blocks.length === 0 ? insideOf(text) : undefined;
  const loose = [...statements, ...(inside === undefined ? [] : [inside])];
  const fragments = inside === undefined ? fragmentsIn(rest) : { found: [], faults: [] };
  const around: readonly Block[] = fragments.found.map(({ name, value }) => ({
    type: 'resource',
    labels: FRAGMENT_LABELS[name ?? ''] ?? ['fragment', ''],
    body: {
      attributes: new Map([
        [name ?? 'policy', { name: name ?? 'policy', value, start: value.start, end: value.end }],
      ]),
      blocks: [],
    },
    start: value.start,
    end: value.end,
  }));
  const all = [...whole, ...around, ...(loose.length === 0 ? [] : [documentAround(loose)])];
  const configuration = new Configuration(text, all);
  const policies = policiesOf(text, configuration).map(named);
  const broken = [...faults, ...fragments.faults].filter(({ start, offset }) =>
    /policy|Statement|statement|jsonencode/.test(text.slice(start, Math.max(offset, start + 4_000))),
  );
  const others = otherAccess(configuration, new Places(text), new Set(policies.map(({ name }) => name)));
  if (policies.length === 0 && broken.length === 0 && others.length === 0) return undefined;
  return {
    language: 'terraform',
    policies,
    known: knownOf(policies, configuration),
    notes: [
      ...broken.map((fault) => faultWords(text, fault)),
      ...defaultWords(configuration, policies),
      ...configuration.cut,
      ...others,
    ],
    parts: [
      ...parts,
      ...around.map(({ start, end }) => ({ start, end })),
      ...(inside === undefined ? [] : [{ start: 0, end: text.length }]),
      ...fragments.faults.map(({ start, offset }) => ({ start, end: Math.max(offset, start + 1) })),
    ].sort((one, other) => one.start - other.start),
  };
}

/** An argument alone tells of what resource it is. */
const FRAGMENT_LABELS: Readonly<Record<string, readonly string[]>> = {
  assume_role_policy: ['aws_iam_role', ''],
};

/** A part without a block around has no name, and what it is attached to is not told. */
function named(policy: CodePolicy): CodePolicy {
  const attachedTo = policy.attachedTo.filter(({ name }) => !name.endsWith('.'));
  return { ...policy, name: policy.name.endsWith('.') ? '' : policy.name, attachedTo };
}

/** Statements without a data source around. */
function documentAround(statements: readonly Block[]): Block {
  return {
    type: 'data',
    labels: ['aws_iam_policy_document', ''],
    body: { attributes: new Map(), blocks: statements },
    start: statements[0]!.start,
    end: statements.at(-1)!.end,
  };
}

function faultWords(text: string, { message, offset, what }: Fault): string {
  const { line, column } = placeIn(text, offset);
  return `\`${what.replace(/`/g, '')}\` is left out, as it breaks off in line ${line}, column ${column}: ${message}. Paste it whole.`;
}

/** One that is null by its default stands open where its value is asked for: it counts only where nothing hangs on it. */
function defaultWords({ defaults }: Configuration, policies: readonly CodePolicy[]): readonly string[] {
  const open = new Set(policies.flatMap(({ placeholders }) => placeholders));
  const names = [...defaults].filter((name) => !open.has(name)).map((name) => `\`${name}\``);
  if (names.length === 0) return [];
  return [
    names.length === 1
      ? `${names[0]} counts as its default in the text.`
      : `${names.join(', ')} count as their defaults in the text.`,
  ];
}

function refused(text: string, { message, offset }: HclFault): CodeRead {
  const { line, column } = placeIn(text, offset);
  return {
    language: 'terraform',
    policies: [],
    known: {},
    notes: [`The Terraform configuration could not be read in line ${line}, column ${column}: ${message}.`],
    parts: [{ start: 0, end: text.length }],
  };
}
