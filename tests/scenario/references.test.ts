import { describe, expect, it } from 'vitest';
import { withPlaceholders, withValues } from '../../src/case/references';
import { terraformOf } from '../../src/export/code/terraform';

const PLACEHOLDERS = {
  'aws_s3_bucket.b.arn': 'arn:aws:s3:::reports',
  'var.env': 'prod',
  'var.open': null,
};

const BEFORE = {
  Statement: [
    {
      Effect: 'Allow',
      Action: 's3:*',
      Resource: [
        '${aws_s3_bucket.b.arn}/*',
        'arn:aws:s3:::${var.env}-${aws:username}/*',
        '${var.open}',
        'arn:aws:s3:::prod-x',
      ],
    },
  ],
};

describe('documents with the values of their placeholders', () => {
  it('have those that are given; others and policy variables stay', () => {
    expect(withValues(BEFORE, PLACEHOLDERS)).toEqual({
      Statement: [
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: [
            'arn:aws:s3:::reports/*',
            'arn:aws:s3:::prod-${aws:username}/*',
            '${var.open}',
            'arn:aws:s3:::prod-x',
          ],
        },
      ],
    });
  });

  it('come back as they were', () => {
    expect(withPlaceholders(withValues(BEFORE, PLACEHOLDERS), [BEFORE], PLACEHOLDERS)).toEqual(BEFORE);
  });

  it('have the reference before what is new, and no word for a reference that stands by chance', () => {
    const made = {
      Resource: ['arn:aws:s3:::reports/in/*', 'arn:aws:s3:::reports', 'arn:aws:s3:::reports-2/*', 'prod'],
    };
    const restored = withPlaceholders(made, [BEFORE], PLACEHOLDERS);
    expect(restored).toEqual({
      Resource: ['${aws_s3_bucket.b.arn}/in/*', '${aws_s3_bucket.b.arn}', 'arn:aws:s3:::reports-2/*', 'prod'],
    });
    expect(terraformOf('P', restored, null, new Set(Object.keys(PLACEHOLDERS)))).toContain(
      '"${aws_s3_bucket.b.arn}/in/*"',
    );
  });
});
