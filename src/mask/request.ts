/** Requests, tests and settings masked. */
import { mapOwnPolicies } from '../call/map-own';
import type { ContextValue, OwnPolicies, Request, S3Settings, ScenarioTest } from '../case/scenario';
import { maskPolicy } from './policy';
import type { Masks } from './text';

export function maskTest(test: ScenarioTest, with_: Masks): ScenarioTest {
  const { because, policies } = test;
  return {
    ...test,
    name: with_.labels(test.name),
    request: maskRequest(test.request, with_),
    ...(because !== undefined && {
      because: {
        ...because,
        ...(because.policy !== undefined && { policy: with_.labels(because.policy) }),
        ...(typeof because.statement === 'string' && { statement: with_.labels(because.statement) }),
      },
    }),
    ...(policies !== undefined && { policies: maskOwn(policies, with_) }),
  };
}

export function maskOwn(policies: OwnPolicies, with_: Masks): OwnPolicies {
  return mapOwnPolicies(policies, (policy) => maskPolicy(policy, with_), with_.labels);
}

export function maskS3(s3: S3Settings, with_: Masks): S3Settings {
  if (s3.acl === undefined) return s3;
  return { ...s3, acl: s3.acl.map((grant) => ({ ...grant, grantee: with_.names(grant.grantee) })) };
}

export function maskRequest(request: Partial<Request>, with_: Masks): Partial<Request> {
  const { principal, role, user, resource, resourceAccount, context } = request;
  return {
    ...request,
    ...(principal !== undefined && { principal: with_.names(principal) }),
    ...(role !== undefined && { role: with_.names(role) }),
    ...(user !== undefined && { user: with_.names(user) }),
    ...(resource !== undefined && { resource: with_.names(resource) }),
    ...(resourceAccount !== undefined && { resourceAccount: with_.ids(resourceAccount) }),
    ...(context !== undefined && {
      context: Object.fromEntries(
        Object.entries(context).map(([key, value]) => [with_.keys(key), maskContext(key, value, with_)]),
      ),
    }),
  };
}

function maskContext(key: string, value: ContextValue, with_: Masks): ContextValue {
  const mask = with_.isName(key) ? with_.names : with_.ids;
  if (value === null) return null;
  return typeof value === 'string' ? mask(value) : value.map(mask);
}
