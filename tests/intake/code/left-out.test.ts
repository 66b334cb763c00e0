/** What is not read is said by its name, and in words that are true of it. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';
import pasted from '../../cases/more-pasted.json';

const notesOf = (name: string): string =>
  readEvidence(pasted.find((each) => each.name === name)!.text).notes.join(' ');

describe('a text that holds a policy in a form that is not read', () => {
  it.each([
    [
      'CloudFormation: Fn::ForEach makes the resources',
      /`Fn::ForEach::Topics` is not read.*--template-stage Processed/,
    ],
    ['get-policy-version as a table', /--output table.*--output json/],
  ])('%s', (name, words) => {
    expect(notesOf(name)).toMatch(words);
    expect(notesOf(name)).not.toMatch(/looks like YAML|written out: what/);
  });

  it('a program for Pulumi in YAML with a policy in a file', () => {
    const text =
      'name: app\nruntime: yaml\nresources:\n  p:\n    type: aws:iam:Policy\n    properties:\n      policy:\n        fn::readFile: ./policy.json\n';
    const read = readEvidence(text);
    expect(read.policies ?? []).toEqual([]);
    expect(read.notes.join(' ')).toMatch(/for Pulumi in YAML.*`fn::readFile` in line 8/);
  });

  it('a builder of Java that adds twice', () => {
    const read = readEvidence(
      'role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("s3:GetObject")).actions(List.of("s3:PutObject")).build());',
    );
    expect(read.policies ?? []).toEqual([]);
    expect(read.notes.join(' ')).toContain('could not be read');
  });
});
