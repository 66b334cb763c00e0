/** Which subjects a workflow's job may have, and the claims that go with each. */
import { githubSubject, type GithubSubject } from '../../catalog/oidc';
import { entriesOf, itemsOf, member, textOf, type Tree } from '../code/cloudformation/tree';

/** Values by the name of the claim; null: the workflow does not tell; an empty list: the token has none. */
export type Claims = Readonly<Record<string, string | string[] | null>>;

export interface Subjects {
  readonly tokens: readonly { readonly label: string; readonly claims: Claims }[];
  readonly notes: readonly string[];
}

/** What GitHub knows when the job runs, and the file does not. */
const NOT_TOLD: Claims = {
  actor: null,
  actor_id: null,
  enterprise_id: null,
  job_workflow_ref: null,
  repository_id: null,
  repository_owner_id: null,
};

/** `trusted`: subjects that trust policies beside the workflow name: they tell its repository. */
export function subjectsOf(workflow: Tree, job: Tree, trusted: readonly string[]): Subjects {
  const repository = trusted.map(githubSubject).find((subject) => subject !== undefined);
  const environment = environmentOf(job);
  const events =
    environment === undefined
      ? eventsOf(workflow)
      : [{ label: `environment ${environment}`, context: `environment:${environment}` }];
  const name = textOf(member(workflow, 'name'));
  const tokens = events.map(({ label, context, ref }: Event) => ({
    label,
    claims: {
      sub: subjectOf(repository, context),
      repository: repository === undefined ? null : `${repository.owner}/${repository.repository}`,
      ref: ref ?? null,
      environment: environment ?? [],
      workflow: name ?? null,
      ...NOT_TOLD,
      ...(repository?.repositoryId !== undefined && { repository_id: repository.repositoryId }),
      ...(repository?.ownerId !== undefined && { repository_owner_id: repository.ownerId }),
    },
  }));
  return { tokens, notes: notesOf(repository, events) };
}

/** Of a run whose step alone is known, as its log shows it: neither the event nor the repository. */
export function subjectOfRun(): Subjects {
  const claims = { sub: null, repository: null, ref: null, environment: null, workflow: null, ...NOT_TOLD };
  const note =
    'The log names neither the repository nor the branch, so the subject of the token is not known: paste the token too, or fill `sub` in.';
  return { tokens: [{ label: 'run in the log', claims }], notes: [note] };
}

interface Event {
  readonly label: string;
  /** What the subject ends with; undefined: that depends on the run. */
  readonly context?: string;
  readonly ref?: string;
  readonly anyBranch?: boolean;
}

function subjectOf(repository: GithubSubject | undefined, context: string | undefined): string | null {
  if (repository === undefined || context === undefined) return null;
  const id = (value: string | undefined): string => (value === undefined ? '' : `@${value}`);
  return `repo:${repository.owner}${id(repository.ownerId)}/${repository.repository}${id(repository.repositoryId)}:${context}`;
}

/** A job's environment wins over what started it. */
function environmentOf(job: Tree): string | undefined {
  const environment = member(job, 'environment');
  const name = textOf(environment) ?? textOf(member(environment, 'name'));
  return name === undefined || name.includes('${{') ? undefined : name;
}

/** In the order of the file; a workflow without `on` may run on anything. */
function eventsOf(workflow: Tree): readonly Event[] {
  const on = member(workflow, 'on') ?? member(workflow, 'true');
  if (on === undefined) return [ANY_BRANCH];
  const named: readonly (readonly [string, Tree | undefined])[] =
    on.kind === 'map' ? entriesOf(on) : itemsOf(on).map((item) => [textOf(item) ?? '', undefined] as const);
  const events = named.flatMap(([name, options]) => eventOf(name, options));
  return events.length === 0 ? [ANY_BRANCH] : events;
}

const ANY_BRANCH: Event = {
  label: 'run on main',
  context: 'ref:refs/heads/main',
  ref: 'refs/heads/main',
  anyBranch: true,
};

function eventOf(name: string, options: Tree | undefined): readonly Event[] {
  if (name === 'pull_request') return [{ label: 'pull request', context: 'pull_request' }];
  if (name === 'release') return [{ label: 'release' }];
  const branches = itemsOf(member(options, 'branches')).flatMap((item) => textOf(item) ?? []);
  const tags = itemsOf(member(options, 'tags')).flatMap((item) => textOf(item) ?? []);
  if (name !== 'push' || (branches.length === 0 && tags.length === 0))
    return [{ ...ANY_BRANCH, label: `${name} on main` }];
  return [...branches.map((branch) => pushOf(branch, 'heads')), ...tags.map((tag) => pushOf(tag, 'tags'))];
}

/** Of a pattern the run decides which branch it is. */
function pushOf(pattern: string, kind: 'heads' | 'tags'): Event {
  const label = `push to ${kind === 'tags' ? 'tag ' : ''}${pattern}`;
  if (/[*?!+[]/.test(pattern)) return { label };
  return { label, context: `ref:refs/${kind}/${pattern}`, ref: `refs/${kind}/${pattern}` };
}

function notesOf(repository: GithubSubject | undefined, events: readonly Event[]): readonly string[] {
  const name = repository === undefined ? undefined : `${repository.owner}/${repository.repository}`;
  const open = events.filter(({ context }) => context === undefined).map(({ label }) => label);
  return [
    name === undefined
      ? 'A workflow does not name its repository, so the subject of its token is not known: paste the trust policy or the token too, or fill `sub` in.'
      : `A workflow does not name its repository; \`${name}\` is taken from the trust policy.`,
    ...(repository !== undefined && repository.repositoryId === undefined
      ? [
          `Repositories created or renamed since 15 July 2026 have numbers in the subject, as in \`repo:${repository.owner}@OWNER_ID/${repository.repository}@REPOSITORY_ID:…\`; others may have chosen them.`,
        ]
      : []),
    ...(events.some(({ anyBranch }) => anyBranch === true)
      ? ['The workflow runs on more than one branch; `main` stands for it.']
      : []),
    ...(open.length > 0 ? [`The subject of “${open.join('”, “')}” depends on the run.`] : []),
  ];
}
