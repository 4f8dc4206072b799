/* One step, and what is watched in it. */
for(int l=0;l<W;l++) if(el[1][l]<EMPTY && !F[2*at[l]+1]){ F[2*at[l]]=ROW; F[2*at[l]+1]=1; }
for(int l=0;l<W;l++) if(l==0||at[l]!=at[l-1]){
  R*e=E+6*at[l]; const R v=out[GUARD][l], move=u[0][l]==e[5]?v-e[3]:0;
  if(fabs(move)>RUNAWAY && move*e[4]>0 && fabs(move)>fabs(e[4]) && !F[2*at[l]+1]){ F[2*at[l]]=ROW; F[2*at[l]+1]=2; }
  e[3]=v; e[4]=move; e[5]=u[0][l];
}
int far=0; for(int l=0;l<W;l++) far|=el[0][l]>STRAY;
const int look=now%CHECK==0, renew=modal && (look || now%every==0);
if(far||look||renew) rates(y,u,k);
if(renew){ RESCALE }
if(look) for(int i=0;i<N;i++) LANE from[i][l]=y[i][l];
advance(&fixed,el[0],k,u,y,f,d);
if(look){
  correction(&fixed,el[0],k,from,y,u,f,d,dv);
  for(int l=0;l<W;l++) if(l==0||at[l]!=at[l-1]){
    R*e=E+6*at[l]; const R a=dv[0][l], b=e[2]; e[2]=a;
    e[0]=e[0]*FADE+(a*b>0?CHECK*(fabs(a)<fabs(b)?a:b):0);
    if(fabs(e[0])>e[1]) e[1]=fabs(e[0]);
    if(e[1]>ERROR && !F[2*at[l]+1]){ F[2*at[l]]=ROW; F[2*at[l]+1]=2; }
  }
}
