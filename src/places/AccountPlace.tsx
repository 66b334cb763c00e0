import { useEffect, type ReactElement } from 'react';
import Account from '../features/account/Account';
import AccountEmpty from '../features/account/AccountEmpty';
import { useAccount } from '../store/account/account';
import { followAddress } from '../store/account/address';
import { restoreAccount } from '../store/account/ask';
import { useAnswerFocus } from '../ui/place/useAnswerFocus';

/** Always the same elements: leaving the place and coming back draws nothing anew. */
const EMPTY = <AccountEmpty />;
const LOADED = <Account />;

/** Account: its empty state until files were loaded. */
export default function AccountPlace(): ReactElement {
  const status = useAccount((state) => state.status);
  useEffect(() => {
    const stop = followAddress();
    void restoreAccount();
    return stop;
  }, []);
  useAnswerFocus('account', status === 'ready');
  return status === 'empty' ? EMPTY : LOADED;
}
