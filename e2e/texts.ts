/** A policy whose wildcard stands for four actions. */
export const LIST = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "sqs:List*",
      "Resource": "*"
    }
  ]
}`;
