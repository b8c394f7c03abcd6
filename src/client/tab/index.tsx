import { createRoot } from 'react-dom/client';
import { Shell } from './Shell.tsx';
import { start } from './start.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
createRoot(root).render(<Shell start={start} />);
