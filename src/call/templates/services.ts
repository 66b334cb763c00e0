/** Calls of other services that AWS authorizes more than once. */
import type { LinkedRequest } from '../../case/scenario';
import { arnStart } from './places';
import type { CallTemplate, TemplateField } from './types';

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference';

/** A token for a service that is not reached by IAM's own signatures. */
function bearerToken(service: string): readonly LinkedRequest[] {
  return [
    {
      name: 'Get the bearer token',
      request: {
        action: 'sts:GetServiceBearerToken',
        resource: '*',
        context: { 'sts:AWSServiceName': service },
      },
    },
  ];
}

const CONFIGURATION_SET: TemplateField = {
  id: 'configuration-set',
  label: 'ARN of the configuration set',
  start: (request) => `${arnStart(request, 'ses')}configuration-set/`,
};

export const serviceTemplates: readonly CallTemplate[] = [
  {
    id: 'lambda-url',
    title: 'The URL of a function is called',
    about:
      'Function URLs made since October 2025 need `lambda:InvokeFunction` besides `lambda:InvokeFunctionUrl`, with `lambda:InvokedViaFunctionUrl` telling that it is by the URL.',
    actions: ['lambda:invokefunctionurl'],
    fields: [],
    make: () => [
      {
        name: 'Invoke the function',
        request: { action: 'lambda:InvokeFunction', context: { 'lambda:InvokedViaFunctionUrl': 'true' } },
      },
    ],
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  },
  {
    id: 'codeartifact-token',
    title: 'The token is a bearer token',
    about:
      'CodeArtifact gets it from STS for the caller: `sts:GetServiceBearerToken`, with `sts:AWSServiceName` naming CodeArtifact.',
    actions: ['codeartifact:getauthorizationtoken'],
    fields: [],
    make: () => bearerToken('codeartifact.amazonaws.com'),
    page: 'https://docs.aws.amazon.com/codeartifact/latest/ug/tokens-authentication.html',
  },
  {
    id: 'ecr-public-token',
    title: 'The token is a bearer token',
    about:
      'The public registry of ECR gets it from STS for the caller: `sts:GetServiceBearerToken`, with `sts:AWSServiceName` naming it.',
    actions: ['ecr-public:getauthorizationtoken'],
    fields: [],
    make: () => bearerToken('ecr-public.amazonaws.com'),
    page: 'https://docs.aws.amazon.com/AmazonECR/latest/public/public-registry-auth.html',
  },
  {
    id: 'ses-configuration-set',
    title: 'The mail goes with a configuration set',
    about:
      'SES checks the same action on the configuration set that the call names, or that is the default of the identity.',
    actions: ['ses:sendemail', 'ses:sendrawemail', 'ses:sendbulkemail'],
    fields: [CONFIGURATION_SET],
    make: (_, filled) => [
      { name: 'The configuration set', request: { resource: filled('configuration-set') } },
    ],
    page: `${REFERENCE}/list_amazonses.html`,
  },
];
