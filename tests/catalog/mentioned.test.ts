import { expect, it } from 'vitest';
import { mentionedServices } from '../../src/catalog/mentioned';
import { loadCatalog } from '../support/catalog';

it('finds the services of actions, keys and ARNs', async () => {
  const catalog = await loadCatalog();
  const text =
    '{"Action": ["S3:Get*", "nosuch:Thing"], "Condition": {"Bool": {"kms:GrantIsForAWSResource": "true"}}}';
  expect(mentionedServices(catalog, [text])).toEqual(['kms', 's3']);
  expect(mentionedServices(catalog, ['arn:aws:dynamodb:eu-west-1:111122223333:table/T'])).toContain(
    'dynamodb',
  );
  expect(mentionedServices(catalog, ['"accounts.google.com:aud"'])).toEqual(['sts']);
});
