import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';

/** Copies, and says so, or what to do instead. */
export function copyAndSay(text: string, what: string): void {
  const { say } = useVerdict.getState();
  void copyText(text).then((done) =>
    done
      ? say(`Copied ${what}`)
      : say('This browser did not let the page copy. Select the text and copy it.', { tone: 'error' }),
  );
}
