/**
 * A GitHub workflow that assumes a role: which tokens its jobs may send. GitHub Docs, "OpenID Connect reference" (the
 * subject), "Workflow syntax for GitHub Actions"; aws-actions/configure-aws-credentials (`audience`).
 */
import { GITHUB_ISSUER } from '../../catalog/oidc';
import { parseTemplate } from '../code/cloudformation/parse';
import { entriesOf, itemsOf, member, textOf, type Tree } from '../code/cloudformation/tree';
import { subjectOfRun, subjectsOf, type Subjects } from './subjects';
import type { TokenRead } from './types';

const MAY = /\brole-to-assume\s*:/;
/** With these at the margin the text is a workflow, or a part of one. */
const FIRST =
  /^(?:name|on|"on"|'on'|true|permissions|env|defaults|concurrency|run-name|jobs|steps|[ \t]*- (?:name|uses|id)):?/m;
/** The lines of a log, not of a file. */
const MESSAGE =
  /^(?:Error\b|Run |User:|An error occurred|Assuming role|##\[|\{|[^\s:#'"-][^\n:]*not authorized)/m;
const ACTION = /^aws-actions\/configure-aws-credentials(?:@|$)/;

/** The workflow in a text, or what its log shows of it; undefined where there is none that assumes a role. */
export function readWorkflow(text: string, trusted: readonly string[]): TokenRead | undefined {
  if (!MAY.test(text)) return undefined;
  return readFile(text, trusted) ?? readLog(text);
}

function readFile(text: string, trusted: readonly string[]): TokenRead | undefined {
  const first = FIRST.exec(text);
  if (first === null) return undefined;
  const message = MESSAGE.exec(text.slice(first.index));
  const part = { start: first.index, end: message === null ? text.length : first.index + message.index };
  return workflowIn(text.slice(part.start, part.end), part, (tree, job) => subjectsOf(tree, job, trusted));
}

/** What GitHub prints of a step that it runs: the action, then its inputs, indented, each line perhaps with its time. */
const TIME = String.raw`(?:\d{4}-\d\d-\d\dT[\d:.]{8,18}Z[ ])?`;
const STEP = new RegExp(
  String.raw`^${TIME}(?:##\[group\])?Run aws-actions/configure-aws-credentials@\S{1,60}[ \t]{0,20}\n((?:${TIME}[ \t]{1,20}[^\n]{0,500}(?:\n|$)){1,40})`,
  'm',
);
const INPUT = new RegExp(
  String.raw`^${TIME}[ \t]{1,20}(role-to-assume|audience):[ \t]{1,20}(\S{1,300})[ \t]{0,20}$`,
  'gm',
);

/** The log of a run tells the inputs of the step, and neither the event nor the repository. */
function readLog(text: string): TokenRead | undefined {
  const step = STEP.exec(text);
  if (step === null) return undefined;
  const inputs = [...step[1]!.matchAll(INPUT)].map(
    ([, name, value]) => `    ${name}: ${JSON.stringify(value)}\n`,
  );
  const part = { start: step.index, end: step.index + step[0].length };
  const yaml = `- uses: aws-actions/configure-aws-credentials\n  with:\n${inputs.join('')}`;
  const read = workflowIn(yaml, part, subjectOfRun);
  return read === undefined ? undefined : { ...read, kind: 'log' };
}

function workflowIn(
  yaml: string,
  part: TokenRead['part'],
  subjectsIn: (workflow: Tree, job: Tree) => Subjects,
): TokenRead | undefined {
  const parsed = parseTemplate(yaml);
  if (parsed.kind === 'fault') return undefined;
  const [found] = jobsIn(parsed.tree).flatMap((job) => stepsIn(job).map((step) => ({ job, step })));
  if (found === undefined) return undefined;
  const inputs = member(found.step, 'with');
  const role = textOf(member(inputs, 'role-to-assume'));
  const audience = textOf(member(inputs, 'audience')) ?? 'sts.amazonaws.com';
  const isArn = role !== undefined && /^arn:[\w-]+:iam::\d{12}:role\//.test(role);
  const subjects = subjectsIn(parsed.tree, found.job);
  return {
    kind: 'workflow',
    issuer: GITHUB_ISSUER,
    ...(isArn && { role }),
    tokens: subjects.tokens.map(({ label, claims }) => ({
      label,
      context: Object.fromEntries(
        Object.entries({ aud: audience, ...claims }).map(([name, value]) => [
          `${GITHUB_ISSUER}:${name}`,
          value,
        ]),
      ),
    })),
    notes: [
      ...(isArn || role === undefined
        ? []
        : [`The role, \`${role.replace(/`/g, '')}\`, is not written out; fill it in.`]),
      ...permissionNotes(parsed.tree, found.job),
      ...subjects.notes,
    ],
    part,
  };
}

/** The jobs of a workflow; steps alone count as one. */
function jobsIn(tree: Tree): readonly Tree[] {
  const jobs = entriesOf(member(tree, 'jobs')).map(([, job]) => job);
  if (jobs.length > 0) return jobs;
  if (member(tree, 'steps') !== undefined) return [tree];
  return tree.kind === 'list' ? [{ kind: 'map', entries: new Map([['steps', tree]]), at: tree.at }] : [];
}

function stepsIn(job: Tree): readonly Tree[] {
  return itemsOf(member(job, 'steps')).filter(
    (step) =>
      ACTION.test(textOf(member(step, 'uses')) ?? '') && member(step, 'with', 'role-to-assume') !== undefined,
  );
}

/** GitHub Docs, "OpenID Connect reference": a job gets a token only with `id-token: write`, at the job or the workflow. */
function permissionNotes(workflow: Tree, job: Tree): readonly string[] {
  if (member(workflow, 'jobs') === undefined) return [];
  const permissions = member(job, 'permissions') ?? member(workflow, 'permissions');
  const granted = textOf(permissions) === 'write-all' || textOf(member(permissions, 'id-token')) === 'write';
  return granted
    ? []
    : [
        'The job lacks `permissions: id-token: write`, so GitHub gives it no token: the action then says “Credentials could not be loaded”, before AWS is asked.',
      ];
}
