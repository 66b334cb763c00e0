import AxeBuilder from '@axe-core/playwright';

import cases from '../tests/cases/authorization-details.json' with { type: 'json' };
import { expect, test, type Playground } from './playground';

const DETAILS = cases.find(({ name }) => name.includes('two evaluations'))!.text;
const SCP = 'arn:aws:organizations::999988887777:policy/o-a1b2c3d4e5/service_control_policy/p-large1';
const MESSAGE = `An error occurred (UnauthorizedOperation) when calling the RunInstances operation: User: arn:aws:sts::111122223333:assumed-role/deploy/ci is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/* with an explicit deny in a service control policy: ${SCP}. Go to https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1#/authorization-details/z9y8x7w6v5u4 for complete details, or call the GetRequestAuthorizationDetails API with the following authorization id: z9y8x7w6v5u4`;

const answer = (uri: string, document: object): string =>
  `# policy as evaluated: ${uri}\n${JSON.stringify({ policyDocument: JSON.stringify(document) }, null, 4)}`;

const NO_LARGE = answer(SCP, {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'NoLarge',
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringLike: { 'ec2:InstanceType': '*.large' } },
    },
  ],
});
const FULL_EC2 = answer('arn:aws:iam::aws:policy/AmazonEC2FullAccess', {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Statement1', Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
});

async function paste(
  playground: Playground,
  text: string,
  button: string | RegExp,
  arrival: 'arrives' | 'makesRoom' = 'arrives',
): Promise<void> {
  const { page } = playground;
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Error message, event or command output' }).fill(text);
  await playground[arrival]();
  await dialog.getByRole('button', { name: button }).click();
}

test('a message, the details and two policies, pasted one after another, are AWS’s own evaluation', async ({
  playground,
}) => {
  const { page, verdict, policies } = playground;
  await playground.open();

  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await page.getByRole('textbox', { name: 'Error message, event or command output' }).fill(MESSAGE);
  const first = page
    .getByRole('dialog')
    .getByText(/^(?:aws|for|id=|arn=) ?/)
    .first();
  await expect(first).toContainText('iam-toolbox get-request-authorization-details');
  await playground.arrives();
  await page.getByRole('dialog').getByRole('button', { name: 'Fill in the case' }).click();

  // AWS's own evaluation has a line of its own, which comes with its case.
  await paste(playground, DETAILS, 'Fill in the case', 'makesRoom');
  await expect(verdict).toContainText('AWS says: denied.');
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('NoLarge');
  const held = page.getByRole('note', { name: 'AWS’s own evaluation' });
  await expect(held).toContainText('The same as AWS.');
  await expect(held).toContainText('texts of 2 policies are not here yet');
  await expect(policies.getByRole('button', { name: /^p-large1/ })).toBeVisible();

  await paste(playground, NO_LARGE, 'Add the policy');
  await expect(held).toContainText('the text of 1 policy is not here yet');
  await paste(playground, FULL_EC2, 'Add the policy');
  await expect(held).toContainText('With all texts given.');
  await expect(held).toContainText('The same as AWS.');
  await expect(verdict).toContainText('AWS says: denied.');

  await held.getByRole('button', { name: 'Show each' }).click();
  await expect(held).toContainText('iam:PassRole');
  await held.getByRole('button', { name: 'Keep AWS’s verdict as a test' }).click();
  await expect(page.getByText('AWS’s verdict is kept as a test.')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('.ev-aws').analyze();
  expect(violations).toEqual([]);

  await expect(page.getByRole('button', { name: /^What would change|^How to allow/ }).first()).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(kept).not.toContain('z9y8x7w6v5u4');
});
