import type { ReactElement } from 'react';
import AccountEmpty from '../features/account/AccountEmpty';

export default function AccountPlace(): ReactElement {
  return <AccountEmpty />;
}
