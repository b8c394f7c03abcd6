import type { RegistrationDetails } from '../../portal-data.ts';
import {
  registrationAddress,
  registrationPages,
  registrationsAddress,
  type RegistrationPage,
} from '../blade.ts';
import { menuView } from '../menu-view.ts';

/** A page of a registration with its menu. */
export function registrationView(
  { displayName, applicationId }: RegistrationDetails,
  open: RegistrationPage,
  content: HTMLElement,
): HTMLElement {
  const pages = (Object.entries(registrationPages) as [RegistrationPage, string][]).map(([page, title]) => ({
    title,
    address: registrationAddress(page, applicationId),
    open: page === open,
  }));
  const list = { title: 'App registrations', address: registrationsAddress };
  return menuView({ place: 'registrations', list, name: displayName, pages }, content);
}
