import { describe, expect, it } from 'vitest';
import fieldTexts from '../cases/field-texts.json';
import pasted from '../cases/more-pasted.json';
import authorizationDetails from '../cases/authorization-details.json';
import type { TextCase } from '../support/judge/text';
import { judgeText } from '../support/judge';

describe('texts as people paste them', () => {
  it.each([...fieldTexts, ...authorizationDetails, ...pasted] as unknown as TextCase[])(
    '$name',
    (example) => {
      expect(judgeText(example)).toEqual([]);
    },
  );
});
