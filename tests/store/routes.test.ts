import { describe, expect, it } from 'vitest';
import { placeRoute, readAddress, writeRoute } from '../../src/store/routes';

describe('a place in the address', () => {
  it.each([
    ['/compare', placeRoute('compare')],
    ['/learn/res-account', placeRoute('learn', 'res-account')],
    ['/learn/res-account/repair', placeRoute('learn', 'res-account/repair')],
    [
      '/account?question=whoCan&action=iam%3APassRole',
      placeRoute('account', '', { question: 'whoCan', action: 'iam:PassRole' }),
    ],
    ['/compare/a%2Fb', placeRoute('compare', 'a/b')],
  ])('%s is read', (fragment, route) => {
    expect(readAddress(fragment)).toEqual({ kind: 'route', route });
  });

  it('is written so that it is read as the same', () => {
    const route = placeRoute('account', 'path/to-admin', { resource: 'arn:aws:s3:::b/*?#&', empty: '' });
    expect(readAddress(writeRoute(route))).toEqual({ kind: 'route', route });
  });

  it('is Case where nothing is said, and Case has no words in the address', () => {
    expect(readAddress('')).toEqual({ kind: 'route', route: placeRoute('case') });
    expect(writeRoute(placeRoute('case'))).toBe('');
  });

  it.each(['1.z.abc', '2.d.abc', 'nonsense'])('%s is a case link, good or damaged', (text) => {
    expect(readAddress(text)).toEqual({ kind: 'link', text });
  });

  it('is unknown by its name, half an escape included', () => {
    expect(readAddress('/tigthen?x=1')).toEqual({ kind: 'unknown', name: 'tigthen' });
    expect(readAddress('/%E0%A4%A')).toEqual({ kind: 'unknown', name: '%E0%A4%A' });
  });
});
