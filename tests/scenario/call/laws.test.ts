import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYERS, type Request, type Scenario } from '../../../src/case/scenario';
import { moveLinked, removeLinked } from '../../../src/call/list';
import { ownerOf, requestCount, viewOf, viewsOf } from '../../../src/call/view';
import { writeBack } from '../../../src/call/write-back';
import { anyCall, anyPolicies, anyRequest } from './any-call';

/** A call and the place of one of its requests. */
const placed = anyCall.chain((call) =>
  fc.record({ call: fc.constant(call), at: fc.nat({ max: requestCount(call) - 1 }) }),
);

/** Names of keys ignore case, and an empty list is an absent key: neither alone makes another request. */
const folded = <Asked extends Partial<Request>>({ context, ...request }: Asked) => ({
  ...request,
  ...(context && {
    context: Object.fromEntries(
      Object.entries(context)
        .filter(([, value]) => !Array.isArray(value) || value.length > 0)
        .map(([key, value]) => [key.toLowerCase(), value]),
    ),
  }),
});

/** What a view asks and is under, whatever the order in which keys are written. */
const plain = ({ request, policies, s3 }: Scenario) => ({ request, policies, s3 });

describe('a view put back', () => {
  it('changes nothing when nothing was changed', () => {
    fc.assert(
      fc.property(placed, ({ call, at }) => {
        expect(writeBack(call, at, viewOf(call, at))).toBe(call);
      }),
    );
  });

  it('shows the request as it was edited, and leaves the other requests of the list alone', () => {
    fc.assert(
      fc.property(placed, anyRequest, ({ call, at }, edited) => {
        const view = viewOf(call, at);
        const { principal, action, resource } = view.request;
        const request = { ...edited, principal, action, resource };
        const after = writeBack(call, at, { ...view, request });
        expect(folded(viewOf(after, at).request)).toEqual(folded(request));
        if (at > 0) {
          expect(after.request).toBe(call.request);
          expect(after.policies).toBe(call.policies);
        }
        call.linked!.forEach((one, index) => {
          if (index !== at - 1) expect(after.linked![index]).toBe(one);
        });
      }),
    );
  });

  it('shows what was edited when who asks for what changes too, and forgets nothing that the request said itself', () => {
    fc.assert(
      fc.property(placed, anyRequest, ({ call, at }, request) => {
        const before = folded(viewOf(call, at).request);
        const after = folded(viewOf(writeBack(call, at, { ...viewOf(call, at), request }), at).request);
        const wanted = folded(request);
        for (const field of ['principal', 'action', 'resource'] as const)
          expect(after[field]).toBe(wanted[field]);
        for (const key of Object.keys({ ...before.context, ...wanted.context })) {
          const isEdited = JSON.stringify(before.context?.[key]) !== JSON.stringify(wanted.context?.[key]);
          const isOwn = at > 0 && folded(call.linked![at - 1]!.request).context?.[key] !== undefined;
          if (isEdited || isOwn) expect(after.context?.[key]).toEqual(wanted.context?.[key]);
        }
      }),
    );
  });

  it('shows every layer as it was edited', () => {
    fc.assert(
      fc.property(placed, anyPolicies, ({ call, at }, policies) => {
        const after = writeBack(call, at, { ...viewOf(call, at), policies });
        expect(viewOf(after, at).policies).toEqual(policies);
        expect(viewOf(after, at).request).toEqual(viewOf(call, at).request);
      }),
    );
  });

  it('shows an edited layer to all that are under it, and to nobody else', () => {
    fc.assert(
      fc.property(placed, fc.constantFrom(...LAYERS), ({ call, at }, layer) => {
        const before = viewOf(call, at);
        const owner = ownerOf(call, layer, at);
        fc.pre(owner !== undefined && before.policies[layer] !== undefined);
        const edited =
          layer === 'scp' || layer === 'rcp'
            ? [{ target: 'Edited', policies: [] }]
            : layer === 'identity' || layer === 'session'
              ? [{ name: 'Edited', text: '' }]
              : { name: 'Edited', text: '' };
        const after = writeBack(call, at, { ...before, policies: { ...before.policies, [layer]: edited } });
        viewsOf(call).forEach((view, index) => {
          const now = viewOf(after, index).policies[layer];
          if (ownerOf(call, layer, index) === owner) expect(now).toBe(edited);
          else expect(now).toBe(view.policies[layer]);
        });
      }),
    );
  });

  it('keeps title, notes and settings of the bucket', () => {
    fc.assert(
      fc.property(placed, ({ call, at }) => {
        const { title: _, ...view } = viewOf(call, at);
        const s3 = { objectOwnership: 'BucketOwnerPreferred' as const };
        const after = writeBack(call, at, { ...view, notes: 'Noted', s3 });
        expect(after).not.toHaveProperty('title');
        expect(after.notes).toBe('Noted');
        expect(viewOf(after, at).s3).toEqual(s3);
        const { s3: _s3, ...without } = viewOf(after, at);
        expect(viewOf(writeBack(after, at, without), at)).not.toHaveProperty('s3');
      }),
    );
  });
});

describe('the list', () => {
  it('leaves what the others ask and are under, when one is removed', () => {
    fc.assert(
      fc.property(placed, ({ call, at }) => {
        fc.pre(at > 0);
        const after = removeLinked(call, at);
        const kept = viewsOf(call).filter((_, index) => index !== at);
        expect(viewsOf(after).map(plain)).toEqual(kept.map(plain));
      }),
      // Who inherits takes several requests under one account: rare among a hundred.
      { numRuns: 1000 },
    );
  });

  it('leaves the requests as they are, when one is moved', () => {
    fc.assert(
      fc.property(placed, ({ call, at }) => {
        const after = moveLinked(call, at, 1);
        const names = (scenario: Scenario) => scenario.linked!.map((one) => one.name).sort();
        expect(names(after)).toEqual(names(call));
        expect(moveLinked(after, at + 1, -1)).toEqual(call);
        expect(viewOf(after, 0)).toEqual(viewOf(call, 0));
      }),
    );
  });

  it('never has a view with linked requests, nor tests but at the first', () => {
    fc.assert(
      fc.property(placed, ({ call, at }) => {
        expect(viewOf(call, at)).not.toHaveProperty('linked');
        if (at > 0) expect(viewOf(call, at)).not.toHaveProperty('tests');
        expect(viewOf(call, at)).toBe(viewOf(call, at));
      }),
    );
  });
});
