#include <math.h>
#include <string.h>
#define W LANES
#define N STATES
#define U INPUTS
#define C OUTPUTS
typedef double R;
typedef R V __attribute__((vector_size(8*W)));
#define LANE _Pragma("omp simd") for(int l=0;l<W;l++)
#define HERE __attribute__((aligned(8*W)))

static void cell(const R (*restrict y)[W], const R (*restrict u)[W], R (*restrict f)[W],
                 R (*restrict out)[W], R (*restrict el)[W]){ LANE {
MODEL
}}
static void rates(const R (*restrict y)[W], const R (*restrict u)[W], R (*restrict k)[W]){ LANE {
RATES
}}
static void volts(const R (*restrict y)[W], const R (*restrict u)[W], R (*restrict v)[W]){ LANE {
VOLTS
}}
static void linear(const R (*restrict x)[W], const R (*restrict k)[W], R (*restrict o)[W]){ LANE {
LINEAR
}}
IMPLICIT
static inline __attribute__((always_inline)) void product(const int m, const R*restrict A, const R (*x)[W], R (*o)[W]){
  const V*q=(const V*)x; V*p=(V*)o; int i=0;
  for(;i+4<=m;i+=4){ V a={0},b={0},c={0},d={0}; const R*s=A+i*m;
    for(int j=0;j<m;j++){ const V z=q[j]; a+=s[j]*z; b+=s[j+m]*z; c+=s[j+2*m]*z; d+=s[j+3*m]*z; }
    p[i]=a; p[i+1]=b; p[i+2]=c; p[i+3]=d; }
  for(;i<m;i++){ V a={0}; for(int j=0;j<m;j++) a+=A[i*m+j]*q[j]; p[i]=a; }
}
static inline __attribute__((always_inline)) void group(const int o, const int m, const int modal, const R**A,
                                                        R (*y)[W], R (*f)[W], R (*d)[W]){
  R a[N][W] HERE, b[N][W] HERE;
  if(modal){ product(m,*A,f+o,a); for(int i=0;i<m;i++) LANE a[i][l]*=d[o+i][l]; product(m,*A+m*m,a,b); *A+=2*m*m; }
  else { product(m,*A,f+o,b); *A+=m*m; }
  for(int i=0;i<m;i++) LANE y[o+i][l]+=b[i][l];
}
/* (1 - hT) x = hf for a group of shells, by elimination from the centre outwards; y grows by x. */
static void implicit(const int o, const int m, const R h, const R (*T)[W], R (*y)[W], const R (*f)[W]){
  R c[N][W] HERE, g[N][W] HERE;
  LANE { const R b=1-h*T[m][l]; c[0][l]=-h*T[2*m][l]/b; g[0][l]=h*f[o][l]/b; }
  for(int i=1;i<m;i++) LANE { const R a=h*T[i][l], b=1-h*T[m+i][l]+a*c[i-1][l];
    c[i][l]=-h*T[2*m+i][l]/b; g[i][l]=(h*f[o+i][l]+a*g[i-1][l])/b; }
  LANE y[o+m-1][l]+=g[m-1][l];
  for(int i=m-2;i>=0;i--) LANE { g[i][l]-=c[i][l]*g[i+1][l]; y[o+i][l]+=g[i][l]; }
}
static void rescale(const int o, const int m, const R*k, const R*rate, const R h, R (*d)[W]){
  for(int i=o;i<o+m;i++) LANE { const R z=h*rate[i]*k[l]; d[i][l]=h*(fabs(z)<1e-6?1+z/2:expm1(z)/(fabs(z)<1e-6?1:z)); }
}
/* What a step needs besides the state: the matrices of the groups, V^-1 and V of the electrolyte, eigenvalues, step. */
typedef struct { const R *matrices, *electrolyte, *rate; R h; int modal; } Step;
/* The electrolyte of cells in which it diffuses more than STRAY times as quickly as at rest: J times the largest ratio
   over SLACK; the others as ever. */
static void stray(const int o, const int m, const Step*p, const R*A, const R*quick, const R*k,
                  R (*y)[W], R (*f)[W], R (*d)[W]){
  R a[N][W] HERE, b[N][W] HERE, c[N][W] HERE, e[N][W] HERE, s[W] HERE;
  LANE s[l]=k[l]*quick[l]/SLACK;
  rescale(o,m,s,p->rate,p->h,e);
  product(m,p->electrolyte,f+o,a); for(int i=0;i<m;i++) LANE b[i][l]=a[i][l]*e[o+i][l];
  product(m,p->electrolyte+m*m,b,c);
  if(p->modal){ for(int i=0;i<m;i++) LANE b[i][l]=a[i][l]*d[o+i][l]; product(m,p->electrolyte+m*m,b,a); }
  else product(m,A,f+o,a);
  for(int i=0;i<m;i++) LANE y[o+i][l]+=quick[l]>STRAY?c[i][l]:a[i][l];
}
static void advance(const Step*p, const R*quick, const R (*k)[W], const R (*u)[W], R (*y)[W], R (*f)[W], R (*d)[W]){
  R T[3*N][W] HERE; (void)T;
  const R*A=p->matrices; const int modal=p->modal; int far=0; for(int l=0;l<W;l++) far|=quick[l]>STRAY;
  ADVANCE
  for(int i=COUNTERS;i<COUNTERS+MANY;i++) LANE y[i][l]+=p->h*f[i][l];
}
/* What a step of second order would correct, in the voltage: half the step of what f changed beyond J in the electrolyte
   during the step from y to z, and of what it changed in implicit particles. */
static void correction(const Step*p, const R*quick, R (*k)[W], const R (*y)[W], R (*z)[W],
                       const R (*u)[W], const R (*f)[W], R (*d)[W], R (*v)[W]){
  R r[N][W] HERE, now[N][W] HERE, lin[POINTS][W] HERE, x[N][W] HERE, out[C][W] HERE, el[2][W] HERE, s[1][W] HERE;
  for(int i=0;i<N;i++) LANE x[i][l]=z[i][l]-y[i][l];
  LANE s[0][l]=k[2][l]*(quick[l]>STRAY?quick[l]/SLACK:1);
  cell(z,u,now,out,el); linear(x,s,lin);
  for(int i=0;i<N;i++) LANE { r[i][l]=0; x[i][l]=z[i][l]; }
  for(int i=FIRST;i<FIRST+POINTS;i++) LANE r[i][l]=(now[i][l]-f[i][l]-lin[i-FIRST][l])/2;
  CHANGE
  advance(p,quick,k,u,x,r,d);
  volts(x,u,v); LANE v[0][l]-=out[GUARD][l];
}
