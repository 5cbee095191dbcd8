import type { Core } from '@strapi/strapi';
import {
  accountEdit,
  accountName,
  correctionRequest,
  spendingQuery,
  spendingSummaryQuery,
  topUpRequest,
} from '../../../shared/contracts/money';
import { idempotencyKey } from '../../../shared/contracts/video-requests';
import { useCase } from '../composition';
import { pagination } from '../library/browse';
import { nameOf, listedOwnerOf, ownerOf } from '../library/viewer';
import type { Context } from './context';
import { parse } from './parse';
import { viewerOf } from './viewer';

const nameIn = (ctx: Context): string => parse(accountName, ctx.params.name);

/** Accounts and the ledger: one's own for API users, everybody's for administrators. */
export const moneyController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** GET /api/reference-assets/account */
  async mineFind(ctx: Context) {
    const owner = ownerOf(viewerOf(ctx.state));
    ctx.body = { data: await useCase(strapi, 'manageAccounts').mine(owner) };
  },

  /** GET /api/reference-assets/spending */
  async spendingFind(ctx: Context) {
    const query = parse(spendingQuery, ctx.query);
    const owner = listedOwnerOf(viewerOf(ctx.state));
    const { lines, total } = await useCase(strapi, 'manageAccounts').spending(query, owner);
    ctx.body = { data: lines, meta: { pagination: pagination(query, total) } };
  },

  /** GET /api/reference-assets/spending/summary */
  async summaryFind(ctx: Context) {
    const query = parse(spendingSummaryQuery, ctx.query);
    const owner = listedOwnerOf(viewerOf(ctx.state));
    const { sums, totalUsd } = await useCase(strapi, 'manageAccounts').summary(query, owner);
    ctx.body = { data: sums, meta: { totalUsd } };
  },

  async find(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'manageAccounts').all() };
  },

  async findOne(ctx: Context) {
    ctx.body = { data: await useCase(strapi, 'manageAccounts').show(nameIn(ctx)) };
  },

  async update(ctx: Context) {
    const edit = parse(accountEdit, ctx.request.body);
    ctx.body = { data: await useCase(strapi, 'manageAccounts').change(nameIn(ctx), edit) };
  },

  async topUp(ctx: Context) {
    const request = parse(topUpRequest, ctx.request.body);
    const header = ctx.request.headers['idempotency-key'];
    const key = header === undefined ? undefined : parse(idempotencyKey, header);
    const author = nameOf(viewerOf(ctx.state));
    const accounts = useCase(strapi, 'manageAccounts');
    ctx.body = { data: await accounts.topUp(nameIn(ctx), request, author, key) };
  },

  async correct(ctx: Context) {
    const request = parse(correctionRequest, ctx.request.body);
    const author = nameOf(viewerOf(ctx.state));
    const accounts = useCase(strapi, 'manageAccounts');
    ctx.body = { data: await accounts.correct(nameIn(ctx), request, author) };
  },

  /** POST /reference-assets/providers/:provider/resume — lets the next order try a vendor that took none. */
  async resume(ctx: Context) {
    await useCase(strapi, 'calls').resume(ctx.params.provider);
    ctx.body = { data: (await useCase(strapi, 'status').read()).providers };
  },
});
