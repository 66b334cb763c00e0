/** Chains and linked calls made of scenarios at random. */
import type { CaseBody, LinkedRequest, Scenario } from '../../src/case/scenario';

export const LONG_ROLE = `Deployment-of-all-services-${'and-more-'.repeat(4)}`;

/** Each case assumes the role of which the caller of the next one is a session; the last keeps its own request. */
export function chainOfCases(cases: readonly Scenario[], name: string): Scenario {
  const role = (at: number): string => `${name}${at}`;
  const bodies = cases.map(({ chain: _, linked: __, ...body }, at): CaseBody => {
    const principal =
      at === 0 ? body.request.principal : `arn:aws:sts::111122223333:assumed-role/${role(at)}/run`;
    if (at === cases.length - 1) return { ...body, request: { ...body.request, principal } };
    const resource = `arn:aws:iam::111122223333:role/${role(at + 1)}`;
    return { ...body, request: { ...body.request, principal, action: 'sts:AssumeRole', resource } };
  });
  return { ...bodies.at(-1)!, schema: 2, chain: bodies.slice(0, -1) };
}

/** The case with so many further requests, of two actions and several resources. */
export function linkedCase(asked: Scenario, count: number): Scenario {
  const linked = Array.from({ length: count }, (_, at): LinkedRequest => ({
    name: `check ${at}`,
    request: {
      action: at % 2 === 0 ? 's3:GetObject' : 's3:PutObject',
      resource: `arn:aws:s3:::reports/${at % 3 === 0 ? `a-long-name-of-an-object-${'x'.repeat(at * 9)}` : at}.csv`,
    },
  }));
  return { ...asked, linked };
}
