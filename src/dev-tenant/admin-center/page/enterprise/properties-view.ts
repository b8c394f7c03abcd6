import { element } from '../../../teams-host/page/element.ts';
import type { EnterpriseAnswer, EnterpriseProperties } from '../../enterprise-data.ts';
import { actionForm } from '../action-form.ts';
import { refusalHint } from '../command.ts';
import { choice } from '../fields.ts';
import { change } from '../portal-api.ts';
import { refresh, say } from '../portal-page.ts';

const yesOrNo = (legend: string, yes: boolean) =>
  choice(
    legend,
    [
      ['yes', 'Yes'],
      ['no', 'No'],
    ],
    yes ? 'yes' : 'no',
  );

/** "Properties": whether people may sign in to the application, and whether they have to be assigned to it first. */
export function properties({ application }: EnterpriseAnswer): HTMLElement {
  const { assignmentRequired, changeRefusal, enabled, objectId } = application;
  const enabledChoice = yesOrNo('Enabled for users to sign-in?', enabled);
  const assignmentChoice = yesOrNo('Assignment required?', assignmentRequired);
  const save = async (): Promise<void> => {
    const wanted: EnterpriseProperties = {
      enabled: enabledChoice.value() === 'yes',
      assignmentRequired: assignmentChoice.value() === 'yes',
    };
    await change('PATCH', `enterprise-applications/${objectId}`, wanted);
    await refresh();
    say('The application properties were saved.');
  };
  const hint = element(
    'p',
    { class: 'hint' },
    'With assignment required, only people assigned to the application may sign in, and nobody consents to it for ' +
      'themselves. The dev tenant has no page to assign people.',
  );
  return element(
    'section',
    {},
    element('h2', {}, 'Properties'),
    ...refusalHint(changeRefusal),
    actionForm([enabledChoice.view, assignmentChoice.view, hint], {
      label: 'Save',
      busy: 'Saving…',
      act: save,
      refusal: changeRefusal,
    }),
  );
}
