import path from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';

const tab = path.resolve(import.meta.dirname, 'src/client/tab');

/** One html page of the tab with the scripts it starts with; everything else is loaded when it is needed. */
const page = (name, chunk) =>
  new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template: path.join(tab, `${name}.html`),
    chunks: [chunk],
    scriptLoading: 'defer',
  });

/** @type {(env: unknown, argv: { mode?: string }) => import('webpack').Configuration} */
export default (_env, { mode = 'production' }) => ({
  mode,
  entry: { tab: path.join(tab, 'index.tsx'), auth: path.join(tab, 'auth.ts') },
  output: {
    path: path.resolve(import.meta.dirname, 'dist/client/tab'),
    publicPath: '/tab/',
    filename: 'assets/[name].[contenthash:12].js',
    chunkFilename: 'assets/[name].[contenthash:12].js',
    clean: true,
  },
  target: ['web', 'es2022'],
  devtool: mode === 'development' ? 'source-map' : false,
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      },
    ],
  },
  plugins: [page('index', 'tab'), page('auth', 'auth')],
  optimization: {
    chunkIds: 'named',
    moduleIds: 'deterministic',
    splitChunks: {
      cacheGroups: {
        // One file for each thing that is loaded on its own; only the schemas are shared by two of them.
        default: false,
        defaultVendors: false,
        schemas: { test: /node_modules[\\/]zod|src[\\/]shared[\\/]api/, name: 'schemas', chunks: 'async' },
      },
    },
  },
  performance: { hints: false },
  stats: 'errors-warnings',
});
