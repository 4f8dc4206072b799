#include <stdint.h>
#define ROW (t/sample)
static void voltage(const R (*restrict y)[W], const R (*restrict u)[W], R (*restrict held)[W]){ LANE {
VOLTAGE_AND_SLOPE
}}
static R chance(uint64_t seed, uint64_t k){   /* splitmix64 */
  uint64_t z=seed*0xD1B54A32D192ED03u+(k+1)*0x9E3779B97F4A7C15u; z=(z^(z>>30))*0xBF58476D1CE4E5B9u;
  z=(z^(z>>27))*0x94D049BB133111EBu; return ((z^(z>>31))>>11)*0x1p-53;
}
/* The cells of one row of lanes, T seconds on in sub steps a second; gives how many have not ended.
   which (cells,): the cells in the order of the lanes.
   G (cells, K, 6) programs; X (cells, 7) losses; Z (cells, 5) step, seconds in it, current inside, charge in
   and out [A.h]; S (cells, K, 3) seconds,
   charge at the terminals and lost [A.h] of each step; Y (N, cells) in the coordinates of the model, D (N, cells);
   O (W, T/sample, C+4) outputs, current at the terminals, step, charge in and out. */
long cycle(const long*which, long many, long cells, long T, long sub, long start, long every, long sample, long K, int modal,
           const R*G, const R*X, const R*p,
           R*Z, R*S, R*Y, R*D, const R*matrices, const R*electrolyte, const R*rate, R*E, long*F, R*O){
  const R second=1, h=second/sub; long open=0;
  const Step fixed={matrices,electrolyte,rate,h,modal};
  R y[N][W] HERE, from[N][W] HERE, f[N][W] HERE, d[N][W] HERE, u[U][W] HERE;
  R out[C][W] HERE, k[3][W] HERE, el[2][W] HERE, dv[1][W] HERE, held[2][W] HERE, I[W], L[W], in[W], gain[W], taken[W];
  long at[W], step[W]; int done[W];
  for(int l=0;l<W;l++){ at[l]=which[l<many?l:many-1]; const R*z=Z+at[l]*5;
    step[l]=z[0]; in[l]=z[1]; u[0][l]=z[2]; gain[l]=z[3]; taken[l]=z[4];
    if(step[l]<K && !G[(at[l]*K+step[l])*6]) step[l]=K; }
  for(int i=0;i<N;i++) for(int l=0;l<W;l++){ y[i][l]=Y[i*cells+at[l]]; d[i][l]=D[i*cells+at[l]]; }
  for(int i=1;i<U;i++) for(int l=0;l<W;l++) u[i][l]=p[(i-1)*cells+at[l]];
  for(long t=0;t<T;t++){
    const long clock=start+t;  /* [s] */
    for(int l=0;l<W;l++) done[l]=0;
    for(int turn=0,busy=1;busy && turn<200;turn++){
      voltage(y,u,held); busy=0;
      for(int l=0;l<W;l++) if(!done[l]){
        const R*x=X+at[l]*7, *g=G+(at[l]*K+step[l])*6; const int kept=step[l]<K?(int)g[0]:0; const R want=kept?g[1]:0;
        const R v=held[0][l], slope=held[1][l], leak=x[1]>=1||chance(x[3],clock/(long)x[2])<x[1]?x[0]:0;
        const R tafel=x[4]*exp((v-x[6])*x[5]);
        const R loss=leak*v+tafel, more=leak+tafel*x[5];
        const R move=kept==2?(want-v)/slope:(want-loss-u[0][l])/(1+more*slope), V1=v+slope*move;
        u[0][l]+=move; L[l]=loss+more*slope*move; I[l]=kept==2?u[0][l]+L[l]:want;
        if(fabs(move)>5e-3 && turn<199) busy=1;
        else if(kept && (in[l]>=g[3] || (kept==2?fabs(I[l])<=g[2]:want>0?V1>=g[2]:want<0&&V1<=g[2]))){
          step[l]++; in[l]=0; busy=1;
          const R*n=g+6; if(step[l]>=K || n[0]!=2) u[0][l]=(step[l]<K && n[0]?n[1]:0)-L[l];
          if(step[l]<K && !n[0]) step[l]=K;
        } else done[l]=1;
      }
    }
    cell(y,u,f,out,el);
    open=0; for(int l=0;l<W;l++) open+=step[l]<K;
    if(!open) break;
    for(int l=0;l<many;l++){
      if(clock%sample==0){ R*o=O+(l*(T/sample)+t/sample)*(C+4); for(int c=0;c<C;c++) o[c]=out[c][l]; o+=C;
        o[0]=I[l]; o[1]=step[l]; o[2]=gain[l]; o[3]=taken[l]; }
      if(step[l]>=K) continue;
      R*s=S+(at[l]*K+step[l])*3; s[0]+=second; s[1]+=I[l]/3600; s[2]+=L[l]/3600;
      if(I[l]>0) gain[l]+=I[l]/3600; else taken[l]-=I[l]/3600;
    }
    for(int l=0;l<W;l++) in[l]+=second;
    for(long part=0;part<sub;part++){
      const long now=clock*sub+part;
      if(part) cell(y,u,f,out,el);
      STEP
    }
  }
  for(int i=0;i<N;i++) for(int l=0;l<W;l++){ Y[i*cells+at[l]]=y[i][l]; D[i*cells+at[l]]=d[i][l]; }
  for(int l=0;l<many;l++){ R*z=Z+at[l]*5; z[0]=step[l]; z[1]=in[l]; z[2]=u[0][l]; z[3]=gain[l]; z[4]=taken[l]; }
  return open;
}
