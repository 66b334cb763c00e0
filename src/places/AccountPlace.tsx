import { useEffect, type ReactElement } from 'react';
import Account from '../features/account/Account';
import AccountEmpty from '../features/account/AccountEmpty';
import { useAccount } from '../store/account/account';
import { followAddress } from '../store/account/address';
import { restoreAccount } from '../store/account/ask';

/** Account: its empty state until files were loaded. */
export default function AccountPlace(): ReactElement {
  const status = useAccount((state) => state.status);
  useEffect(() => {
    const stop = followAddress();
    void restoreAccount();
    return stop;
  }, []);
  return status === 'empty' ? <AccountEmpty /> : <Account />;
}
