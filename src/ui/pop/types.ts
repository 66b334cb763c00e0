/** What menus, pop-overs and dialogs are told; shared by their buttons and by what is loaded when they open. */
import type { ReactNode } from 'react';

export interface MenuAction {
  readonly id: string;
  readonly label: ReactNode;
  /** Before the label: a drawing that says nothing by itself. */
  readonly mark?: ReactNode;
  /** At the right, in a fainter ink. */
  readonly detail?: ReactNode;
  /** Over this action and those that follow. */
  readonly heading?: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** A rule above. */
  readonly apart?: boolean;
  /** Further actions behind this one. */
  readonly items?: readonly MenuAction[];
}

export interface PopContent {
  /** The heading; without one, `label` names the pop-over for those who do not see it. */
  readonly title?: string;
  readonly label?: string;
  readonly placement: 'bottom start' | 'bottom end' | 'top start';
  readonly popClass: string;
  /** What is in it; it may still have to be loaded. */
  readonly content: (close: () => void) => ReactNode;
}

export interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
}
