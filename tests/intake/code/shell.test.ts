/** What a shell puts into a policy is a placeholder, and what it would take away is said. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';

const heredoc = (resource: string): string =>
  `cat <<EOF > p.json\n{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"${resource}"}]}\nEOF\n`;

function resourceOf(text: string): readonly [unknown, readonly string[] | undefined] {
  const [policy] = readEvidence(text).policies ?? [];
  const { Statement } = policy!.document as { readonly Statement: readonly { readonly Resource: unknown }[] };
  return [Statement[0]!.Resource, policy!.code?.placeholders];
}

describe('a here-document', () => {
  it.each([
    ['arn:aws:s3:::$B/*', 'arn:aws:s3:::${B}/*', ['B']],
    ['arn:aws:s3:::${B:-x}/*', 'arn:aws:s3:::${B}/*', ['B']],
    ['arn:aws:s3:::`id -un`', 'arn:aws:s3:::${id -un}', ['id -un']],
    ['arn:aws:s3:::$(echo $(id))', 'arn:aws:s3:::${echo $(id)}', ['echo $(id)']],
    ['arn:aws:s3:::\\${aws:username}/$B', 'arn:aws:s3:::${aws:username}/${B}', ['B']],
  ])('of %s', (written, resource, placeholders) => {
    expect(resourceOf(heredoc(written))).toEqual([resource, placeholders]);
  });

  it('says where the shell would take a variable of IAM for its own', () => {
    expect(readEvidence(heredoc('arn:aws:s3:::${aws:username}')).notes.join(' ')).toMatch(
      /`\$\{aws:username\}` for a variable of its own.*read as IAM’s/,
    );
  });

  it('puts in what the script sets, once', () => {
    expect(resourceOf(`export B="logs"\n${heredoc('arn:aws:s3:::$B')}`)).toEqual(['arn:aws:s3:::logs', []]);
    expect(resourceOf(`B=one\nB=two\n${heredoc('arn:aws:s3:::$B')}`)).toEqual(['arn:aws:s3:::${B}', ['B']]);
  });
});
