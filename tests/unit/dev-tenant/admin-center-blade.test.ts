import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  enterpriseAddress,
  enterpriseListAddress,
  enterprisePages,
  newRegistrationAddress,
  readBlade,
  registrationAddress,
  registrationPages,
  registrationsAddress,
  type EnterprisePage,
  type RegistrationPage,
} from '../../../src/dev-tenant/admin-center/page/blade.ts';

const pages = Object.keys(registrationPages) as RegistrationPage[];

describe('an address of the admin center', () => {
  test('of any registration and page is read as it was written', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...pages), (applicationId, page) => {
        const blade = { kind: 'registration', page, applicationId };
        expect(readBlade(registrationAddress(page, applicationId))).toEqual(blade);
        expect(readBlade(registrationAddress(page, applicationId.toUpperCase()))).toEqual(blade);
        expect(readBlade(`${registrationAddress(page, applicationId)}/isMSAApp~/false`)).toEqual(blade);
      }),
    );
  });

  test('of any enterprise application is read as it was written', () => {
    const ofEnterprise = Object.keys(enterprisePages) as EnterprisePage[];
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom(...ofEnterprise), (objectId, page) => {
        const blade = { kind: 'enterprise-application', page, objectId };
        expect(readBlade(enterpriseAddress(page, objectId))).toEqual(blade);
        expect(readBlade(`${enterpriseAddress(page, objectId)}/appId/${objectId}`)).toEqual(blade);
      }),
    );
  });

  test.each([
    [newRegistrationAddress, 'new-registration'],
    [`${newRegistrationAddress}/quickStartType~/null/isMSAApp~/false`, 'new-registration'],
    [enterpriseListAddress, 'enterprise-applications'],
    // Nothing but the menu of the page leads there.
    ['#view/Microsoft_AAD_IAM/ConsentPoliciesMenuBlade/~/UserSettings', 'user-consent'],
  ])('%s opens %s', (address, kind) => {
    expect(readBlade(address)).toEqual({ kind });
  });

  test.each(['', '#', '#home', registrationsAddress])('%j opens the list', (hash) => {
    expect(readBlade(hash)).toEqual({ kind: 'registrations' });
  });

  test.each([
    '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade',
    registrationAddress('Overview', 'not-a-guid'),
    registrationAddress('Overview', '715e5e45-0000-4c00-8c01-000000000002').replace(
      'Overview',
      'constructor',
    ),
    registrationAddress('Overview', '715e5e45-0000-4c00-8c01-000000000002').replace('appId', 'objectId'),
  ])('%s is not emulated', (hash) => {
    expect(readBlade(hash)).toEqual({ kind: 'not-emulated' });
  });

  test('whatever stands in it is read', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const { kind } = readBlade(`#view/Microsoft_AAD_RegisteredApps/${rest}`);
        expect(['registrations', 'new-registration', 'registration', 'not-emulated']).toContain(kind);
      }),
    );
  });
});
