import type { ReactElement } from 'react';
import { AlsoNeedsButton } from '../features/call/AlsoNeedsButton';
import { CallStrip } from '../features/call/CallStrip';
import { Reproduced } from '../features/evidence/Reproduced';
import { LessonStrip } from '../features/examples/LessonStrip';
import { PartsStrip } from '../features/parts/PartsStrip';
import { PlaceholderStrip } from '../features/placeholders/PlaceholderStrip';
import { ChangeButton } from '../features/verdict/ChangeButton';
import { Icon } from '../ui/Icon';
import { PopButton } from '../ui/pop/PopButton';

/**
 * One line under the verdict that is always there: the requests of the call or what is worth knowing of the case, and
 * what one may ask next. It keeps its height, so that nothing below moves when a note comes; all of it is in a pop-over.
 */
export function CaseStrip({ phone = false }: { readonly phone?: boolean }): ReactElement {
  return (
    <div className="strip">
      <CallStrip />
      <div className="strip-notes">
        <Notes />
      </div>
      <PopButton
        className="btn sm strip-all"
        title="About this case"
        buttonLabel="Read all about this case"
        placement="bottom start"
        popClass="strip-pop"
        content={() => <Notes />}
      >
        <span className="strip-word">Read all</span>
        <Icon name="note" size={18} />
      </PopButton>
      {!phone && (
        <div className="strip-tools">
          <ChangeButton className="sm verdict-more" />
          <AlsoNeedsButton />
        </div>
      )}
    </div>
  );
}

function Notes(): ReactElement {
  return (
    <>
      <Reproduced />
      <LessonStrip />
      <PlaceholderStrip />
      <PartsStrip />
    </>
  );
}
