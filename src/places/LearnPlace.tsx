import { useMemo, type ReactElement } from 'react';
import { editorMarks } from '../features/editor/editorMarks';
import { policyAssist } from '../features/editor/intelligence/policyAssist';
import { Learn } from '../features/learn/Learn';
import { useRouter } from '../store/router';

/** The editor in a lesson knows what the editor of the case knows. */
const TOOLS = { marks: editorMarks, assist: policyAssist };

export default function LearnPlace(): ReactElement {
  const { path } = useRouter(({ left }) => left.learn);
  // The same element until another lesson is opened: leaving the place and coming back draws nothing anew.
  return useMemo(() => <Learn path={path} tools={TOOLS} />, [path]);
}
