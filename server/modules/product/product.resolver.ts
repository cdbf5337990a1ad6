import { GraphQLID, type GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { arg, crud } from '../../core/crud.js';
import { DryRun } from '../../core/dry-run.js';
import { writeContext } from '../../core/execute.js';
import { MAX_REORDERED, reorderProducts, type Reordered } from '../../workflows/reorder-products.js';
import { PurchaseOrder } from '../sales-document/purchase-order.js';
import { Product } from './product.js';

@ObjectType({ description: 'What became of products that were to be ordered again.' })
export class ReorderProductsPayload {
  @Field(() => [PurchaseOrder], { nullable: true, description: 'The new orders: one for each vendor, more where one would have more than 200 lines.' }) purchaseOrders!: object[];
  @Field(() => [Product], { nullable: true, description: 'Products that need ordering and have no vendor.' }) withoutVendor!: object[];
  @Field(() => [Product], { nullable: true, description: 'Products of which there are enough or will be, and those that are not active.' }) notNeeded!: object[];
  /** Row ids. */
  reordered!: Reordered;
}

type Records = Promise<(object | null)[]>;

@Resolver(() => ReorderProductsPayload)
export class ReorderProductsPayloadResolver {
  @FieldResolver()
  purchaseOrders(@Root() { reordered }: ReorderProductsPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Records {
    return load(context, 'PurchaseOrder', reordered.purchaseOrders, info);
  }

  @FieldResolver()
  withoutVendor(@Root() { reordered }: ReorderProductsPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Records {
    return load(context, 'Product', reordered.withoutVendor, info);
  }

  @FieldResolver()
  notNeeded(@Root() { reordered }: ReorderProductsPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Records {
    return load(context, 'Product', reordered.notNeeded, info);
  }
}

const load = (context: Context, module: string, ids: readonly string[], info: GraphQLResolveInfo): Records => Promise.all(ids.map((id) => context.records.load(module, id, info)));

/** Products can be ordered again where there are too few. */
@Resolver()
export class ProductResolver extends crud(Product) {
  @Mutation(() => ReorderProductsPayload, {
    description: 'Orders products again: what each needs by `qtyToOrder`, in one purchase order for each vendor. A product below its reorder level that is ordered already, or not active, needs nothing.',
  })
  async reorderProducts(
    @Ctx() context: Context,
    @arg('ids', () => [GraphQLID], `The products, at most ${MAX_REORDERED}: those that \`products(filter: { isBelowReorderLevel: { eq: true } })\` lists, for instance.`) ids: string[],
    @DryRun() _dryRun: boolean,
  ): Promise<object> {
    return { reordered: await reorderProducts(writeContext(context), ids) };
  }
}
