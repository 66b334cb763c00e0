import type { ReactElement } from 'react';
import type { ResourceFix } from './resourceFix';

interface ResourceHintProps {
  readonly fix: ResourceFix;
  readonly onUse: (resource: string) => void;
  readonly onForm: () => void;
}

/** One click from a resource of the wrong type to one of the right type. */
export function ResourceHint({ fix, onUse, onForm }: ResourceHintProps): ReactElement {
  if (fix.kind === 'form')
    return (
      <button className="link" onClick={onForm}>
        Fill in the ARN of {/^[aeiou]/i.test(fix.type) ? 'an' : 'a'} {fix.type}
      </button>
    );
  return (
    <>
      Did you mean{' '}
      <button className="link" onClick={() => onUse(fix.resource)}>
        <code>{fix.resource}</code>
      </button>
      ?
    </>
  );
}
