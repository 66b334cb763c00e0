import { lazy, Suspense, type ReactElement } from 'react';
import './call.css';
import { useVerdict } from '../../store/store';

const CallRequests = lazy(() => import('./CallRequests'));

/** The requests of a call, where it has more than one. Loaded for such a call only. */
export function CallStrip(): ReactElement | null {
  const isCall = useVerdict(({ history }) => history.present.linked !== undefined);
  if (!isCall) return null;
  return (
    <Suspense fallback={<div className="call call-coming" />}>
      <CallRequests />
    </Suspense>
  );
}
