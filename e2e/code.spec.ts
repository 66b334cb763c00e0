import { axeFaults } from './axe';
import { expect, test } from './playground';

const MODULE = `variable "prefix" {
  type = string
}

resource "aws_s3_bucket" "reports" {
  bucket = "\${var.prefix}-reports"
}

data "aws_iam_policy_document" "app" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.reports.arn}/*"]
  }
}

resource "aws_iam_role_policy" "app" {
  name   = "app-access"
  role   = aws_iam_role.app.name
  policy = data.aws_iam_policy_document.app.json
}

resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}
`;

const ERROR = `╷
│ Error: uploading S3 Object (2026/a.csv) to Bucket (acme-reports): operation error S3: PutObject, https response error StatusCode: 403, RequestID: 7W8, api error AccessDenied: User: arn:aws:sts::111122223333:assumed-role/app/run is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::acme-reports/2026/a.csv" because no identity-based policy allows the s3:PutObject action
│
│   with aws_s3_object.a,
╵`;

test('a Terraform module and its error give a case, its placeholder a value, and the fix in HCL', async ({
  playground,
}) => {
  const { page, verdict } = playground;
  await playground.open();
  const paste = async (text: string, button: string): Promise<void> => {
    await page.getByRole('button', { name: 'Paste', exact: true }).click();
    await page.getByRole('textbox', { name: 'Error message, event or command output' }).fill(text);
    await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
  };
  await paste(MODULE, 'Add the policy');
  await expect(playground.policies.getByText('app-access')).toBeVisible();
  await paste(ERROR, 'Fill in the case');
  const note = page.getByRole('note', { name: 'Placeholders' });
  await expect(note).toContainText('Statement Read of app-access depends on aws_s3_bucket.reports.arn');

  await note.getByRole('button', { name: 'Fill in' }).click();
  const form = page.getByRole('dialog', { name: 'Placeholders' });
  expect(await axeFaults(page)).toEqual([]);
  await form.getByRole('button', { name: 'arn:aws:s3:::acme-reports', exact: true }).click();
  await form.getByRole('button', { name: 'Fill in everywhere' }).click();
  await expect(verdict).toContainText('Denied. No identity policy allows s3:PutObject');

  await page.getByRole('button', { name: 'How to allow it' }).click();
  const changes = page.getByRole('dialog');
  await changes.getByText('In Terraform').first().click();
  const diff = changes.getByRole('group', { name: 'Lines of app-access that change, in Terraform' }).first();
  await expect(diff).toContainText('"s3:PutObject"');
  await expect(
    changes.getByText('comments and layout of what was pasted are not kept').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');

  const link = await playground.link();
  await page.goto(link);
  await page.reload();
  await expect(verdict).toContainText('Denied. No identity policy allows s3:PutObject');
  await expect(page.getByRole('note', { name: 'Placeholders' })).toContainText('a value that you gave');
});
