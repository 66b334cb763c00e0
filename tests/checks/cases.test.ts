import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../src/catalog/service-reference';
import { checkPolicy } from '../../src/checks/check-policy';
import { applyEdits } from '../../src/language/edits';
import type { Finding } from '../../src/checks/finding';
import type { PolicyType } from '../../src/checks/policy-type';
import { loadCatalog, readJson } from '../support/catalog';

interface Case {
  readonly name: string;
  readonly policyType: PolicyType;
  readonly resourceType?: string;
  readonly text?: string;
  readonly document?: unknown;
  readonly expect: readonly { readonly id: string; readonly severity: string; readonly path: string }[];
  readonly expectNone?: readonly string[];
}

const cases = readJson('tests/cases/validation.json') as readonly Case[];

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const textOf = (one: Case, indent = 2): string => one.text ?? JSON.stringify(one.document, null, indent);
const check = (one: Case, text: string, withType = true): Finding[] =>
  checkPolicy(
    text,
    one.policyType,
    catalog,
    withType && one.resourceType !== undefined ? { resourceType: one.resourceType } : {},
  );
const brief = ({ id, severity, path }: Finding) => ({ id, severity, path });

describe.each(cases)('$name', (one) => {
  it.each([true, false])('says what it must, with the type of the resource: %s', (withType) => {
    const found = check(one, textOf(one), withType).map(brief);
    for (const expected of one.expect) {
      const { id, severity, path } = expected;
      expect(found).toContainEqual({ id, severity, path });
    }
    expect(found.map(({ id }) => id).filter((id) => one.expectNone?.includes(id))).toEqual([]);
  });

  it('has fixes that mend what they speak of', () => {
    for (const indent of [0, 2]) {
      const text = textOf(one, indent);
      for (const finding of check(one, text)) {
        for (const { title, edits } of finding.fixes) {
          const mended = applyEdits(text, edits);
          expect(() => JSON.parse(mended) as unknown, `${finding.id}: ${title}\n${mended}`).not.toThrow();
          const left = check(one, mended).map(brief);
          expect(left, `${finding.id}: ${title}\n${mended}`).not.toContainEqual(brief(finding));
        }
      }
    }
  });

  it('says something worth reading', () => {
    for (const { id, message, span, fixes } of check(one, textOf(one))) {
      expect(message, id).toMatch(/^[A-Z`].*[.?]$/s);
      expect(message, id).not.toMatch(/undefined|\[object|NaN/);
      expect(span.offset + span.length, id).toBeLessThanOrEqual(textOf(one).length);
      for (const { title } of fixes) expect(title, id).toMatch(/^[A-Z]/);
    }
  });
});
