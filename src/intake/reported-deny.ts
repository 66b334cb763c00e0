/** What a decoded message tells of the statement that denied. */
import type { Evidence } from './evidence/types';

/** A Deny that a decoded message reports, rebuilt so that it can be seen. Its conditions matched, so they are left out. */
export function reportedDeny({ statements = [], layer }: Evidence): NonNullable<Evidence['policies']> {
  return statements
    .filter(
      ({ effect, actions, resources }) => effect === 'Deny' && actions.length > 0 && resources.length > 0,
    )
    .map(({ sid, actions, resources }) => ({
      layer: layer ?? 'identity',
      name: 'Deny reported by AWS',
      document: {
        Version: '2012-10-17',
        Statement: [
          { ...(sid !== undefined && { Sid: sid }), Effect: 'Deny', Action: actions, Resource: resources },
        ],
      },
    }));
}
