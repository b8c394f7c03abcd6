import { Checkbox, Text } from '@fluentui/react-components';
import { moduleRights, modules, type Module } from '../../../shared/domain/modules.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useRegistrationStyles } from './Registration.styles.ts';

interface ModuleChooserProps {
  chosen: readonly Module[];
  onChange: (chosen: Module[]) => void;
  disabled?: boolean;
}

/** The modules with the right that each needs and the reason for it. */
export function ModuleChooser({ chosen, onChange, disabled = false }: ModuleChooserProps) {
  const styles = useRegistrationStyles();
  const { registration, modules: texts, steps } = useMessages();
  const toggle = (module: Module, on: boolean) =>
    onChange(modules.filter((known) => (known === module ? on : chosen.includes(known))));
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{registration.modules}</legend>
      <div className={styles.modules}>
        {modules.map((module) => (
          <Checkbox
            key={module}
            disabled={disabled}
            checked={chosen.includes(module)}
            onChange={(_event, { checked }) => toggle(module, checked === true)}
            label={
              <span className={styles.module}>
                <span>
                  <Text weight="semibold">{steps[module]}</Text>
                  {!moduleRights[module].chosenByDefault && ` (${texts.optional})`}
                </span>
                <Text size={200} className={styles.subtle}>
                  {texts.reasons[module]} {texts.right(moduleRights[module].right)}
                </Text>
              </span>
            }
          />
        ))}
      </div>
      <Text role="alert" className={styles.problem}>
        {chosen.length === 0 && registration.modulesMissing}
      </Text>
    </fieldset>
  );
}

/** The modules of an entity that nobody has chosen yet. */
export const defaultModules: Module[] = modules.filter((module) => moduleRights[module].chosenByDefault);

/** Whether both name the same modules; their order means nothing. */
export function sameModules(one: readonly Module[], other: readonly Module[]): boolean {
  return one.length === other.length && one.every((module) => other.includes(module));
}
