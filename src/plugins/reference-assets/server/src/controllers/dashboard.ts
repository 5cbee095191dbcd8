import type { Core } from '@strapi/strapi';
import { dashboardQuery } from '../../../shared/contracts/dashboard';
import { testableProvider } from '../../../shared/contracts/installation';
import { settingsEdit } from '../../../shared/contracts/settings';
import { useCase } from '../composition';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

/** Figures of the installation, and what administrators decide for it. */
export const dashboardController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(ctx: Context) {
    const { days } = parse(dashboardQuery, ctx.query);
    ctx.body = { data: await useCase(strapi, 'readDashboard')(days) };
  },

  async settingsFind(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'studioSettings').read() };
  },

  installationFind(ctx: Context) {
    ctx.body = { data: useCase(strapi, 'installation').read() };
  },

  async testProvider(ctx: Context) {
    const provider = parse(testableProvider, ctx.params.provider);
    ctx.body = { data: await useCase(strapi, 'installation').test(provider) };
  },

  async changeSettings(ctx: Context) {
    const edit = parse(settingsEdit, ctx.request.body);
    const settings = useCase(strapi, 'studioSettings');
    ctx.body = { data: await settings.change(edit, viewerOf(ctx.state)) };
  },
});
