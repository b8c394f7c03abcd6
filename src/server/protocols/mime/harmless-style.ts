/** Looks of text and tables. Nothing that places, covers, animates or loads. */
const properties =
  /^(color|background(-color)?|direction|display|font(-(family|size|style|variant|weight))?|height|letter-spacing|line-height|list-style-type|(margin|padding)(-(top|right|bottom|left))?|border(-(collapse|spacing|(top|right|bottom|left)(-(color|style|width))?|color|style|width))?|(max|min)-width|table-layout|text-(align|decoration|indent|transform)|vertical-align|white-space|width|word-(break|spacing|wrap)|overflow-wrap)$/;

/** No backslash, no entity, no `@`, no `/`: what is left cannot spell anything but names, numbers and colours. */
const plainValue = /^[\w\s#%.,()'!+-]{1,300}$/;
const call = /([\w-]*)\(/g;
const colourCall = /^(rgba?|hsla?)$/i;

/** The declarations of a `style` attribute that only say how text looks; with single quotes alone. */
export function harmlessStyle(style: string): string {
  return style
    .replaceAll(/&quot;|&#0*3[49];|"/gi, "'")
    .split(';')
    .flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
      const value = declaration.slice(colon + 1).trim();
      return properties.test(property) && isHarmless(value) ? [`${property}:${value}`] : [];
    })
    .join(';');
}

function isHarmless(value: string): boolean {
  if (!plainValue.test(value)) return false;
  return [...value.matchAll(call)].every(([, name = '']) => colourCall.test(name));
}
