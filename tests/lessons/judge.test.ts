import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/lessons/edits';
import { holds, type LimitSurroundings } from '../../src/lessons/limits';
import { isOpen, placeOf, readPlace } from '../../src/lessons/place';
import { doc, policy } from '../../src/lessons/policy';
import { LESSONS } from '../../src/lessons/all';
import type { Constraint } from '../../src/lessons/types';
import { judgeLesson } from '../support/judge';

describe('a place', () => {
  it('is read, with numbers from 0 and left out as 0', () => {
    expect(readPlace('identity/2')).toEqual({
      at: 0,
      kind: 'policy',
      address: { layer: 'identity', index: 2 },
    });
    expect(readPlace('scp/1')).toEqual({
      at: 0,
      kind: 'policy',
      address: { layer: 'scp', level: 1, index: 0 },
    });
    expect(readPlace('call/1/resource')).toEqual({
      at: 1,
      kind: 'policy',
      address: { layer: 'resource', index: 0 },
    });
    expect(readPlace('s3/objectOwnership')).toEqual({ at: 0, kind: 's3', setting: 'objectOwnership' });
  });

  it('that is none is told from one that is', () => {
    for (const text of [
      '',
      'identity/x',
      'identity/0/0',
      'scp/0/0/0',
      's3/nothing',
      'call/x/resource',
      'policy',
    ])
      expect(readPlace(text), text).toBeUndefined();
  });

  it('is written as it is read', () => {
    for (const text of ['identity/2', 'scp/1/0', 'resource', 'call/1/resource', 'boundary']) {
      const read = readPlace(text);
      expect(read?.kind === 'policy' && placeOf(read.address, read.at)).toBe(text);
    }
  });

  it('is open where it or what it stands in is', () => {
    expect(isOpen('s3/acl', ['s3'])).toBe(true);
    expect(isOpen('identity/1', ['identity/1'])).toBe(true);
    expect(isOpen('identity/10', ['identity/1'])).toBe(false);
  });
});

describe('the judge of a puzzle', () => {
  const document = doc({ Effect: 'Allow', Action: 's3:*', Resource: '*' });

  it('says what is locked before all else', () => {
    expect(judgeLesson('res-account', [{ at: 'identity/0', document }])).toBe('locked: identity/0');
    expect(judgeLesson('res-account', [{ at: 'request', document: { action: 'sqs:Nothing' } }])).toBe(
      'locked: request',
    );
    expect(judgeLesson('who-session', [{ at: 'identity/1', add: policy('P') }])).toBe('locked: identity/1');
    expect(judgeLesson('res-account', [{ at: 'nowhere', remove: true }])).toBe('locked: nowhere');
  });

  it('says what can’t be read', () => {
    expect(judgeLesson('res-account', [{ at: 'resource', document: '{"Version": ' }])).toBe(
      'unreadable: resource',
    );
    expect(
      judgeLesson('res-account', [{ at: 'resource', document: { Statement: [{ Effect: 'Allow' }] } }]),
    ).toBe('unreadable: resource');
    expect(judgeLesson('res-account', [{ at: 'resource', document: ['a list'] }])).toBe(
      'unreadable: resource',
    );
    expect(judgeLesson('res-acl', [{ at: 's3/objectOwnership', value: 'Nobody' as never }])).toBe(
      'unreadable: s3/objectOwnership',
    );
  });

  it('takes a policy away, and the tests say what is missing', () => {
    expect(judgeLesson('res-account', [{ at: 'resource', remove: true }])).toBe('Tom sends');
  });

  it('knows no puzzle but those of the lessons', () => {
    expect(() => judgeLesson('no-such-lesson', [])).toThrow('no-such-lesson');
    expect(() => judgeLesson('steps-unknown', [])).toThrow('steps-unknown');
  });

  it('changes nothing of the lesson itself', () => {
    const { scenario, repair } = LESSONS.find(({ id }) => id === 'res-account')!;
    const before = JSON.stringify(scenario);
    applyEdits(scenario, repair!.solution);
    expect(JSON.stringify(scenario)).toBe(before);
  });
});

describe('a limit', () => {
  const around = (before: object, after: object): LimitSurroundings => ({
    editable: [
      { type: 'identity', before: { name: 'P', document: before }, after: { name: 'P', document: after } },
    ],
    catalog: undefined,
    opened: () => ({ own: { count: 2, some: [] }, model: { count: 1, some: [] } }),
  });
  const allow = (rest: object): object =>
    doc({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...rest });
  const judge = (limit: object, after: object, before: object = doc()): boolean =>
    holds({ say: 'Because.', ...limit } as Constraint, around(before, after));

  it('looks for wildcards in Allows alone, and only those that begin as it says', () => {
    expect(judge({ kind: 'noWildcard', in: 'Action' }, allow({ Action: ['s3:GetObject', 's3:Put*'] }))).toBe(
      false,
    );
    expect(
      judge({ kind: 'noWildcard', in: 'Action' }, doc({ Effect: 'Deny', Action: '*', Resource: '*' })),
    ).toBe(true);
    expect(judge({ kind: 'noWildcard', in: 'Action', only: 's3:' }, allow({ Action: 'ec2:*' }))).toBe(true);
    expect(judge({ kind: 'noWildcard', in: 'Principal' }, allow({ Principal: { AWS: '*' } }))).toBe(false);
  });

  it('forbids a bare star as the resource', () => {
    expect(judge({ kind: 'noBareStar' }, allow({}))).toBe(false);
    expect(judge({ kind: 'noBareStar' }, allow({ Resource: ['*'] }))).toBe(false);
    expect(judge({ kind: 'noBareStar' }, allow({ Resource: 'arn:aws:s3:::b/*' }))).toBe(true);
  });

  it('keeps or forbids a Deny', () => {
    const deny = doc({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
    expect(judge({ kind: 'keepsDeny' }, deny, deny)).toBe(true);
    expect(judge({ kind: 'keepsDeny' }, allow({}), deny)).toBe(false);
    expect(judge({ kind: 'noDeny' }, deny)).toBe(false);
    expect(judge({ kind: 'noDeny' }, allow({}))).toBe(true);
  });

  it('keeps a statement, whatever the order of its names', () => {
    const kept = doc({ Sid: 'Keep', Effect: 'Allow', Action: 's3:*', Resource: '*' });
    const turned = doc({ Resource: '*', Action: 's3:*', Effect: 'Allow', Sid: 'Keep' });
    expect(judge({ kind: 'keepsStatement', sid: 'Keep' }, turned, kept)).toBe(true);
    expect(judge({ kind: 'keepsStatement', sid: 'Keep' }, allow({ Sid: 'Keep' }), kept)).toBe(false);
  });

  it('counts statements and forbids an element', () => {
    expect(
      judge({ kind: 'atMostStatements', count: 1 }, doc(...[1, 2].map(() => ({ Effect: 'Allow' })))),
    ).toBe(false);
    expect(judge({ kind: 'atMostStatements', count: 1 }, allow({}))).toBe(true);
    expect(judge({ kind: 'without', element: 'NotAction' }, allow({ NotAction: 's3:*' }))).toBe(false);
  });

  it('takes the checks at their word, and the sweep where there is a catalog', () => {
    expect(judge({ kind: 'noFindings', severity: 'error' }, allow({ Effect: 'Maybe' }))).toBe(false);
    expect(judge({ kind: 'noFindings', severity: 'error' }, allow({}))).toBe(true);
    expect(judge({ kind: 'opensNoMoreThan', than: 'solution' }, allow({}))).toBe(true);
  });
});
