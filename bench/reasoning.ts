/** How long proofs over all requests take: pairs of policies that AWS manages, a stack of layers, lists of wildcards. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Scenario } from '../src/case/scenario';
import { comparePolicies } from '../src/reasoning/questions/compare';
import { accessGranted } from '../src/reasoning/questions/granted';
import { effectiveAccess } from '../src/reasoning/questions/effective';
import { deadStatements } from '../src/reasoning/questions/stack-dead';
import type { Catalog } from '../src/catalog/service-reference';
import { wholeCatalog } from './reference';

export interface ReasoningRow {
  readonly name: string;
  readonly ms: number;
  /** What it may take. */
  readonly limit: number;
}

type Document = Record<string, unknown>;
interface Managed {
  readonly name: string;
  readonly document: Document;
  readonly size: number;
}

/** Of computing, in milliseconds: what else the machine does counts little. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
function timed(run: () => unknown): number {
  const start = now();
  run();
  return now() - start;
}

function managedIn(root: string): readonly Managed[] {
  const file = resolve(
    root,
    process.env['VERDICT_CORPUS'] ?? '../shared/corpus',
    'aws-managed-policies.jsonl',
  );
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ ...(JSON.parse(line) as { name: string; document: Document }), size: line.length }));
}

const SMALL = 12_000;

function neighbours(managed: readonly Managed[], catalog: Catalog, step: number): readonly number[] {
  const taken: number[] = [];
  for (let at = 0; at + 1 < managed.length; at += step) {
    const [one, other] = [managed[at]!, managed[at + 1]!];
    if (one.size + other.size > SMALL) continue;
    taken.push(timed(() => comparePolicies(one.document, other.document, 'identity', { catalog })));
  }
  return taken.sort((a, b) => a - b);
}

/** 120 patterns of the form `*word*`. */
function words(count: number): Document {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = (at: number): string =>
    Array.from({ length: 5 }, (_, place) => letters[(at * 7 + place * ((at % 5) + 3)) % 26]).join('');
  const Resource = Array.from({ length: count }, (_, at) => `arn:aws:s3:::*${word(at)}${at % 10}*`);
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource }] };
}

/** Identity, boundary and three levels of SCPs with 214 statements together. */
export function stack(): Scenario {
  const services = ['s3', 'ec2', 'sqs', 'sns', 'dynamodb', 'lambda', 'kms', 'iam', 'logs', 'ssm'];
  const statement = (at: number, Effect: string) => {
    const service = services[at % services.length]!;
    return {
      Effect,
      Action: at % 3 === 0 ? `${service}:*` : [`${service}:Get*`, `${service}:Create*`],
      Resource: at % 2 === 0 ? '*' : `arn:aws:${service}:*:111122223333:app-${at}*`,
      ...(at % 4 === 0 && { Condition: { StringEquals: { [`aws:RequestTag/t${at % 12}`]: 'red' } } }),
    };
  };
  const policy = (name: string, count: number, effect: (at: number) => string) => ({
    name,
    document: {
      Version: '2012-10-17',
      Statement: Array.from({ length: count }, (_, at) => statement(at, effect(at))),
    },
  });
  const all = { Effect: 'Allow', Action: '*', Resource: '*' };
  const level = (target: string) => ({
    target,
    policies: [
      { name: 'Full', document: { Version: '2012-10-17', Statement: [all] } },
      policy(`Deny ${target}`, 20, () => 'Deny'),
    ],
  });
  return {
    schema: 2,
    request: { principal: 'arn:aws:iam::111122223333:user/alice', action: 's3:GetObject', resource: '*' },
    policies: {
      identity: [policy('Own', 91, (at) => (at % 9 === 8 ? 'Deny' : 'Allow'))],
      boundary: policy('Boundary', 60, () => 'Allow'),
      scp: ['Root', 'Unit', 'Account'].map(level),
    },
  };
}

/** Each row once; those of AWS's own policies only where the corpus is at hand. */
export function measureReasoning(
  root: string,
  catalog: Catalog = wholeCatalog(root),
): readonly ReasoningRow[] {
  const rows: ReasoningRow[] = [];
  const add = (name: string, ms: number, limit: number): void => void rows.push({ name, ms, limit });
  const managed = managedIn(root);
  if (managed.length > 0) {
    const taken = neighbours(managed, catalog, 5);
    add(
      `neighbours of up to 12 KB, the 99th of a hundred of ${taken.length}`,
      taken[Math.floor(taken.length * 0.99)]!,
      100,
    );
    const named = (name: string): Document => managed.find((one) => one.name === name)!.document;
    const two = (a: string, b: string): number =>
      timed(() => comparePolicies(named(a), named(b), 'identity', { catalog }));
    add('ReadOnlyAccess and SecurityAudit', two('ReadOnlyAccess', 'SecurityAudit'), 1000);
    add(
      'ReadOnlyAccess and AWSSupportServiceRolePolicy',
      two('ReadOnlyAccess', 'AWSSupportServiceRolePolicy'),
      1000,
    );
  }
  const [many, fewer] = [words(120), words(119)];
  add(
    '120 words between stars in one list',
    timed(() => comparePolicies(many, fewer, 'identity', { catalog })),
    1000,
  );
  const own = (stack().policies.identity as readonly { document: Document }[])[0]!.document;
  add(
    'granted, by 91 statements',
    timed(() => accessGranted(own, { actions: ['iam:PassRole'] }, 'identity', { catalog })),
    500,
  );
  add(
    'effective, 214 statements',
    timed(() => effectiveAccess(stack(), { catalog })),
    1500,
  );
  add(
    'dead, 214 statements',
    timed(() => deadStatements(stack(), { catalog })),
    1500,
  );
  const heap = (): number => process.memoryUsage().heapUsed / 1e6;
  if (managed.length > 0) {
    const before = heap();
    neighbours(managed, catalog, 3);
    add('MB of heap more after another 500 pairs', heap() - before, 300);
  }
  return rows;
}
