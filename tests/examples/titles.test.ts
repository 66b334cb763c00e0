import { describe, expect, it } from 'vitest';
import { EXAMPLE_GROUPS, EXAMPLES } from '../../src/examples';
import { TITLE_GROUPS, TITLES } from '../../src/examples/titles';
import { allowed } from '../../src/examples/scenarios/allowed';
import { calls } from '../../src/examples/scenarios/calls';
import { conditions } from '../../src/examples/scenarios/conditions';
import { denied } from '../../src/examples/scenarios/denied';
import { depends } from '../../src/examples/scenarios/depends';
import { guide } from '../../src/examples/scenarios/guide';
import { roles } from '../../src/examples/scenarios/roles';
import { start } from '../../src/examples/scenarios/start';
import { steps } from '../../src/examples/scenarios/steps';
import { parseScenario } from '../../src/formats/schema';

describe('the list of titles', () => {
  it('has every example of every group, in order', () => {
    const ids = EXAMPLE_GROUPS.map(({ name, examples }) => [name, examples.map(({ id }) => id)]);
    expect(ids).toEqual(TITLE_GROUPS.map(({ name, titles }) => [name, titles.map(({ id }) => id)]));
  });

  it('is as long as the empty page says', () => {
    expect(TITLES.length).toBeGreaterThan(100);
  });

  it('names nothing twice', () => {
    expect(new Set(TITLES.map(({ id }) => id)).size).toBe(TITLES.length);
    expect(new Set(TITLES.map(({ title }) => title)).size).toBe(TITLES.length);
  });

  it('leaves no worked scenario out of its group', () => {
    const byGroup = [start, steps, guide, roles, conditions, denied, allowed, depends, calls];
    expect(byGroup.map((worked) => Object.keys(worked).sort())).toEqual(
      TITLE_GROUPS.map(({ titles }) => titles.map(({ id }) => id).sort()),
    );
  });

  it('is plain text', () => {
    expect(TITLES.filter(({ title, question }) => `${title}${question}`.includes('`'))).toEqual([]);
  });

  it('is short enough for a menu', () => {
    expect(TITLES.filter(({ title }) => title.length > 60).map(({ title }) => title)).toEqual([]);
    expect(TITLES.filter(({ question }) => question.length > 90).map(({ question }) => question)).toEqual([]);
  });
});

describe('every example', () => {
  it.each(EXAMPLES.map((example) => [example.id, example] as const))(
    '%s is a valid scenario',
    (_, example) => {
      expect(parseScenario(JSON.parse(JSON.stringify(example.scenario)))).toEqual(
        JSON.parse(JSON.stringify(example.scenario)),
      );
      expect(example.scenario.title).toBe(example.title);
    },
  );

  it('leads to a page of AWS', () => {
    for (const { learn } of EXAMPLES) expect(learn).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
  });

  it('explains itself in one to four sentences', () => {
    for (const { id, explanation } of EXAMPLES) {
      const sentences = explanation.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
      expect(`${id} ${sentences}`).toMatch(/ [1-4]$/);
      expect(`${id} ${explanation.length <= 340}`).toBe(`${id} true`);
    }
  });
});
