import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/index';
import { differingRequest, withRequest } from '../../src/case/variant';

const session: Request = {
  principal: 'arn:aws:sts::111122223333:assumed-role/App/one',
  role: 'arn:aws:iam::111122223333:role/team/App',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket/key',
  resourceAccount: '444455556666',
  context: { 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['a', 'b'] },
};

describe('a request that differs from another', () => {
  it('keeps what is not named', () => {
    expect(withRequest(session, { action: 's3:PutObject' })).toEqual({ ...session, action: 's3:PutObject' });
  });

  it('takes context keys one by one, whatever their case', () => {
    const { context } = withRequest(session, {
      context: { 'aws:sourceip': '192.0.2.1', 'aws:username': null },
    });
    expect(context).toEqual({ 'aws:TagKeys': ['a', 'b'], 'aws:sourceip': '192.0.2.1', 'aws:username': null });
  });

  it('says that a key is absent for an empty list, and leaves an optional field out for an empty text', () => {
    const made = withRequest(session, { resourceAccount: '', context: { 'aws:TagKeys': [] } });
    expect(made).not.toHaveProperty('resourceAccount');
    expect(made.context).toEqual({ 'aws:SourceIp': '203.0.113.7' });
    expect(withRequest(session, { context: { 'aws:sourceip': [], 'aws:SourceVpc': [] } }).context).toEqual({
      'aws:TagKeys': ['a', 'b'],
      'aws:sourceip': [],
      'aws:SourceVpc': [],
    });
  });

  it('does not keep the role of a session for another principal', () => {
    const made = withRequest(session, { principal: 'arn:aws:iam::111122223333:user/alice' });
    expect(made).not.toHaveProperty('role');
    expect(made.resourceAccount).toBe('444455556666');
  });

  it('writes down only what differs', () => {
    const wanted: Request = {
      ...session,
      action: 's3:PutObject',
      context: { 'aws:SourceIp': '203.0.113.7' },
    };
    expect(differingRequest(session, wanted)).toEqual({
      action: 's3:PutObject',
      context: { 'aws:TagKeys': [] },
    });
    expect(differingRequest(session, { ...session, context: { ...session.context } })).toEqual({});
  });

  it('writes "not known" for a key that AWS always sends and the other request does not tell', () => {
    const wanted: Request = { ...session, context: { 'aws:TagKeys': ['a', 'b'] } };
    expect(differingRequest(session, wanted)).toEqual({ context: { 'aws:SourceIp': null } });
  });
});

const name = fc.constantFrom('a', 'b', 'c');
const requests: fc.Arbitrary<Request> = fc.record(
  {
    principal: name,
    role: name,
    user: name,
    action: name,
    resource: name,
    resourceAccount: name,
    context: fc.dictionary(
      name,
      fc.oneof(name, fc.array(name, { minLength: 1, maxLength: 2 }), fc.constant(null)),
      {
        minKeys: 1,
      },
    ),
  },
  { requiredKeys: ['principal', 'action', 'resource'] },
);

it('what differs, put in, gives the request that was wanted', () => {
  fc.assert(
    fc.property(requests, requests, (request, wanted) => {
      expect(withRequest(request, differingRequest(request, wanted))).toEqual(wanted);
    }),
  );
});
